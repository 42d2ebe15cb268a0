package doppelpass.fields;

import doppelpass.database.Intake;
import doppelpass.database.IntakeExtension;
import java.util.List;
import org.springframework.stereotype.Component;

/** Files may fill the fields people made up. */
@Component
class FieldIntakes implements IntakeExtension {
    private final FieldTable table;
    private final List<Stages> stages;

    FieldIntakes(FieldTable table, List<Stages> stages) {
        this.table = table;
        this.stages = stages;
    }

    @Override
    public Intake extended(Intake intake) {
        if (!Homes.kinds().contains(intake.object())) return intake;
        List<CustomField> fields = table.active(intake.object()).stream()
                .filter(field -> !field.computed())
                .toList();
        return fields.isEmpty() ? intake : new FieldIntake(intake, fields, stages);
    }
}
