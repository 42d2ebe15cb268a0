package doppelpass.duplicates;

import static doppelpassdb.duplicates.Tables.MERGE;
import static doppelpassdb.duplicates.Tables.MERGED;
import static doppelpassdb.duplicates.Tables.SUCCESSOR;
import static doppelpassdb.identity.Tables.PERSON_CARD;

import doppelpass.timeline.Subject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The SQL of what was merged. */
@Component
class MergeTable {
    private static final Field<String> BY = DSL.field(
                    DSL.select(PERSON_CARD.NAME).from(PERSON_CARD).where(PERSON_CARD.ID.eq(MERGE.MERGED_BY)))
            .as("by");
    private static final Field<Integer> LOSERS = DSL.field(
                    DSL.selectCount().from(MERGED).where(MERGED.MERGE_ID.eq(MERGE.ID)))
            .as("losers");

    private static final Field<Boolean> OPEN = DSL.field(MERGE.DONE.isNotNull()).as("open");

    private final DSLContext db;

    MergeTable(DSLContext db) {
        this.db = db;
    }

    long insert(Subject winner, String name, long by, Instant now, String done) {
        return db.insertInto(MERGE)
                .set(MERGE.KIND, winner.kind().code())
                .set(MERGE.WINNER_ID, winner.id())
                .set(MERGE.NAME, name)
                .set(MERGE.MERGED_BY, by)
                .set(MERGE.MERGED_AT, now)
                .set(MERGE.DONE, JSONB.valueOf(done))
                .returning(MERGE.ID)
                .fetchSingle(MERGE.ID);
    }

    /** The losers with the numbers other systems know them by; {@code rows} are their rows as JSON. */
    void losers(long merge, Subject winner, String rows) {
        db.execute("""
                insert into duplicates.merged (kind, loser_id, winner_id, merge_id, source_system, source_id)
                select ?, (r ->> 'id')::bigint, ?, ?, r ->> 'source_system', r ->> 'source_id'
                from jsonb_array_elements(?::jsonb) r where (r ->> 'id')::bigint <> ?""", winner.kind().code(), winner.id(), merge, rows, winner.id());
    }

    /** What it did, while it can be undone; the row is locked. */
    Optional<String> done(long id) {
        return db.select(MERGE.DONE)
                .from(MERGE)
                .where(MERGE.ID.eq(id))
                .and(MERGE.UNDONE_AT.isNull())
                .and(MERGE.DONE.isNotNull())
                .forUpdate()
                .fetchOptional(r -> r.value1().data());
    }

    void undone(long id, long by, Instant now) {
        db.deleteFrom(MERGED).where(MERGED.MERGE_ID.eq(id)).execute();
        db.update(MERGE)
                .set(MERGE.UNDONE_AT, now)
                .set(MERGE.UNDONE_BY, by)
                .setNull(MERGE.DONE)
                .where(MERGE.ID.eq(id))
                .execute();
    }

    void forget(Instant before) {
        db.update(MERGE)
                .setNull(MERGE.DONE)
                .where(MERGE.MERGED_AT.lt(before))
                .and(MERGE.DONE.isNotNull())
                .execute();
    }

    List<Merge> last(int limit) {
        return select().where(MERGE.DONE.isNotNull())
                .orderBy(MERGE.MERGED_AT.desc(), MERGE.ID.desc())
                .limit(limit)
                .fetch(MergeTable::merge);
    }

    Optional<Merge> find(long id) {
        return select().where(MERGE.ID.eq(id)).fetchOptional(MergeTable::merge);
    }

    /** Where each of these records that are gone went: loser → the one that stays. */
    Map<Long, Long> successors(Subject.Kind kind, Collection<Long> ids) {
        return db.select(SUCCESSOR.LOSER_ID, SUCCESSOR.RECORD_ID)
                .from(SUCCESSOR)
                .where(SUCCESSOR.KIND.eq(kind.code()))
                .and(SUCCESSOR.LOSER_ID.in(ids))
                .fetchMap(SUCCESSOR.LOSER_ID, SUCCESSOR.RECORD_ID);
    }

    private org.jooq.SelectJoinStep<? extends Record> select() {
        return db.select(MERGE.ID, MERGE.KIND, MERGE.WINNER_ID, MERGE.NAME, MERGE.MERGED_AT, BY, LOSERS, OPEN)
                .from(MERGE);
    }

    private static Merge merge(Record r) {
        Subject winner =
                new Subject(Subject.Kind.valueOf(r.get(MERGE.KIND).toUpperCase(Locale.ROOT)), r.get(MERGE.WINNER_ID));
        return new Merge(
                r.get(MERGE.ID),
                winner,
                r.get(MERGE.NAME),
                r.get(LOSERS),
                r.get(BY),
                r.get(MERGE.MERGED_AT),
                r.get(OPEN));
    }
}
