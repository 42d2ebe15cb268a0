package doppelpass.fields;

import doppelpass.identity.Person;
import doppelpass.records.RecordPart;
import doppelpass.timeline.Subject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.ArrayList;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The fields people made up beside a record, in their groups, written in place. */
@Component
class FieldPart implements RecordPart {
    private final Fields fields;

    FieldPart(Fields fields) {
        this.fields = fields;
    }

    @Override
    public List<Part> of(Subject record, Person reader) {
        List<FieldValue> values = fields.show(record.kind().code(), record.id());
        if (values.isEmpty()) return List.of();
        Map<String, List<FieldValue>> groups = new LinkedHashMap<>();
        for (FieldValue value : values) {
            CustomField.Text section = value.field().section();
            groups.computeIfAbsent(section.empty() ? "" : section.key(), s -> new ArrayList<>())
                    .add(value);
        }
        return List.of(new Part(Place.SIDE, 40, "fields/part", Map.of("record", record, "groups", groups)));
    }
}
