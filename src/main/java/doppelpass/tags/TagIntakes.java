package doppelpass.tags;

import doppelpass.database.Intake;
import doppelpass.database.IntakeExtension;
import doppelpass.lists.plug.RecordList;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Files may tag the records of every list. */
@Component
class TagIntakes implements IntakeExtension {
    private final ObjectProvider<RecordList> lists;
    private final DSLContext db;

    TagIntakes(ObjectProvider<RecordList> lists, DSLContext db) {
        this.lists = lists;
        this.db = db;
    }

    @Override
    public Intake extended(Intake intake) {
        boolean listed =
                lists.stream().anyMatch(list -> list.listing().subject().equals(intake.object()));
        return listed ? new TagIntake(intake, db) : intake;
    }
}
