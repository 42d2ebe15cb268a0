package doppelpass.importing;

import static doppelpassdb.importing.Tables.BEFORE;

import doppelpass.records.Erasing;
import doppelpass.timeline.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
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
        many += db.deleteFrom(BEFORE)
                .where(BEFORE.TARGET.in("timeline.activity", "tasks.task"))
                .and(about(records))
                .execute();
        return List.of(new Taken("importing.erased", many));
    }

    /** Activities name their records by a column each, tasks by kind and number. */
    private static Condition about(Set<Subject> records) {
        return records.stream()
                .map(record -> DSL.condition(
                        "({0} ->> {1} = {2} or {0} ->> 'kind' = {3} and {0} ->> 'record_id' = {2})",
                        BEFORE.ROW,
                        DSL.inline(record.kind().code() + "_id"),
                        DSL.val(Long.toString(record.id())),
                        DSL.val(record.kind().code())))
                .reduce(DSL.falseCondition(), Condition::or);
    }
}
