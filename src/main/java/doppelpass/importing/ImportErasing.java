package doppelpass.importing;

import static doppelpassdb.importing.Tables.BEFORE;

import doppelpass.records.Erasing;
import doppelpass.timeline.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What a person's records were before an import changed them goes: undoing that import leaves them as they are. */
@Component
class ImportErasing implements Erasing {
    private static final Map<Subject.Kind, String> TARGETS =
            Map.of(Subject.Kind.CONTACT, "contacts.contact", Subject.Kind.LEAD, "leads.lead");

    private final DSLContext db;

    ImportErasing(DSLContext db) {
        this.db = db;
    }

    @Override
    public List<Taken> erase(Set<Subject> records) {
        long many = 0;
        for (var target : TARGETS.entrySet())
            many += db.deleteFrom(BEFORE)
                    .where(BEFORE.TARGET.eq(target.getValue()))
                    .and(BEFORE.RECORD_ID.in(Subject.ids(target.getKey(), records)))
                    .execute();
        return List.of(new Taken("importing.erased", many));
    }
}
