package doppelpass.duplicates;

import static doppelpassdb.duplicates.Tables.MERGE;
import static doppelpassdb.duplicates.Tables.MERGED;
import static doppelpassdb.duplicates.Tables.PAIR;
import static doppelpassdb.duplicates.Tables.SIGN;
import static doppelpassdb.duplicates.Tables.SUCCESSOR;

import doppelpass.records.Erasing;
import doppelpass.timeline.Subject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The numbers that a person had before are theirs too; a merge whose rows are gone cannot be taken apart any more. */
@Component
class MergeErasing implements Erasing {
    private final DSLContext db;

    MergeErasing(DSLContext db) {
        this.db = db;
    }

    @Override
    public Set<Subject> also(Subject record) {
        return db
                .select(SUCCESSOR.LOSER_ID)
                .from(SUCCESSOR)
                .where(SUCCESSOR.KIND.eq(record.kind().code()))
                .and(SUCCESSOR.RECORD_ID.eq(record.id()))
                .fetch(SUCCESSOR.LOSER_ID)
                .stream()
                .map(id -> new Subject(record.kind(), id))
                .collect(Collectors.toSet());
    }

    @Override
    public List<Taken> erase(Set<Subject> records) {
        Set<Long> ids = Subject.ids(Subject.Kind.CONTACT, records);
        String kind = Subject.Kind.CONTACT.code();
        db.deleteFrom(SIGN)
                .where(SIGN.KIND.eq(kind))
                .and(SIGN.RECORD_ID.in(ids))
                .execute();
        long pairs = db.deleteFrom(PAIR)
                .where(PAIR.KIND.eq(kind))
                .and(PAIR.FIRST_ID.in(ids).or(PAIR.SECOND_ID.in(ids)))
                .execute();
        long merges = db.update(MERGE)
                .set(MERGE.NAME, "")
                .setNull(MERGE.DONE)
                .where(MERGE.KIND.eq(kind))
                .and(MERGE.WINNER_ID
                        .in(ids)
                        .or(MERGE.ID.in(DSL.select(MERGED.MERGE_ID)
                                .from(MERGED)
                                .where(MERGED.KIND.eq(kind))
                                .and(MERGED.LOSER_ID.in(ids)))))
                .execute();
        return List.of(new Taken("duplicates.erased.pairs", pairs), new Taken("duplicates.erased.merges", merges));
    }
}
