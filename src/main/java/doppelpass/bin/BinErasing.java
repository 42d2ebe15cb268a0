package doppelpass.bin;

import static doppelpassdb.bin.Tables.DELETED;

import doppelpass.records.Erasing;
import doppelpass.records.RecordKey;
import doppelpass.timeline.Subject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** A person in the bin, and what lies there of their leads, does not come back. */
@Component
class BinErasing implements Erasing {
    private final DSLContext db;

    BinErasing(DSLContext db) {
        this.db = db;
    }

    @Override
    public Set<Subject> also(Subject record) {
        if (record.kind() != Subject.Kind.CONTACT) return Set.of();
        return db
                .select(DELETED.RECORD_ID)
                .from(DELETED)
                .where(DELETED.KIND.eq(Subject.Kind.LEAD.code()))
                .and(DSL.condition(
                        "jsonb_path_exists({0}, '$.**.contact_id ? (@ == $id)', jsonb_build_object('id', {1}))",
                        DELETED.ROWS, DSL.val(record.id())))
                .fetch(DELETED.RECORD_ID)
                .stream()
                .map(Subject::lead)
                .collect(Collectors.toSet());
    }

    @Override
    public boolean holds(Subject record) {
        return db.fetchExists(DELETED, among(Set.of(record)));
    }

    @Override
    public List<Taken> erase(Set<Subject> records) {
        return List.of(new Taken(
                "bin.erased", db.deleteFrom(DELETED).where(among(records)).execute()));
    }

    private static Condition among(Set<Subject> records) {
        return RecordKey.among(DELETED.KIND, DELETED.RECORD_ID, records);
    }
}
