package doppelpass.bin;

import static doppelpassdb.bin.Tables.DELETED;

import doppelpass.records.Erasing;
import doppelpass.records.RecordKey;
import doppelpass.timeline.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** A person in the bin, and what lies there of their leads, does not come back. */
@Component
class BinErasing implements Erasing {
    private static final String ACTIVITY = "activity";
    private static final String TASK = "task";

    private final DSLContext db;

    BinErasing(DSLContext db) {
        this.db = db;
    }

    @Override
    public Set<Subject> also(Subject record) {
        return lying(Subject.Kind.LEAD.code(), Set.of(record)).stream()
                .map(Subject::lead)
                .collect(Collectors.toSet());
    }

    @Override
    public boolean holds(Subject record) {
        return db.fetchExists(DELETED, among(Set.of(record)));
    }

    @Override
    public Map<String, Set<Long>> noted(Set<Subject> records) {
        return Map.of(ACTIVITY, lying(ACTIVITY, records));
    }

    @Override
    public List<Taken> erase(Set<Subject> records) {
        long many = db.deleteFrom(DELETED)
                .where(among(records).or(DELETED.KIND.in(ACTIVITY, TASK).and(about(records))))
                .execute();
        return List.of(new Taken("bin.erased", many));
    }

    private Set<Long> lying(String kind, Set<Subject> records) {
        return db.select(DELETED.RECORD_ID)
                .from(DELETED)
                .where(DELETED.KIND.eq(kind))
                .and(about(records))
                .fetchSet(DELETED.RECORD_ID);
    }

    /** Whether the rows name one of these: by a column of its own, as activities and leads do, or by kind and number. */
    private static Condition about(Set<Subject> records) {
        return records.stream()
                .map(record -> DSL.condition(
                                "jsonb_path_exists({0}, {1}::jsonpath, jsonb_build_object('id', {2}))",
                                DELETED.ROWS,
                                DSL.inline("$.**." + record.kind().code() + "_id ? (@ == $id)"),
                                DSL.val(record.id()))
                        .or(DSL.condition(
                                "jsonb_path_exists({0}, '$.** ? (@.kind == $kind && @.record_id == $id)'::jsonpath,"
                                        + " jsonb_build_object('id', {1}, 'kind', {2}))",
                                DELETED.ROWS,
                                DSL.val(record.id()),
                                DSL.val(record.kind().code()))))
                .reduce(DSL.falseCondition(), Condition::or);
    }

    private static Condition among(Set<Subject> records) {
        return RecordKey.among(DELETED.KIND, DELETED.RECORD_ID, records);
    }
}
