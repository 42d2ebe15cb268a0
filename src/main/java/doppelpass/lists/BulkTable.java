package doppelpass.lists;

import static doppelpassdb.identity.Tables.PERSON_CARD;
import static doppelpassdb.lists.Tables.BULK;
import static doppelpassdb.lists.Tables.BULK_ROW;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.database.Keyset;
import doppelpass.lists.plug.Listing;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The SQL of changes of many records. */
@Component
class BulkTable {
    private static final doppelpassdb.lists.tables.Bulk UNDO = BULK.as("undo");
    private static final Field<Boolean> UNDONE = DSL.field(DSL.exists(
                    selectOne().from(UNDO).where(UNDO.UNDO_OF.eq(BULK.ID)).and(UNDO.STATE.ne("cancelled"))))
            .as("undone");
    private static final Field<String> BY = DSL.field(
                    select(PERSON_CARD.NAME).from(PERSON_CARD).where(PERSON_CARD.ID.eq(BULK.PERSON_ID)))
            .as("by");

    /** How many records in all, then changed, the same and refused: its records are read once. */
    private static final Field<Long[]> COUNTS = DSL.field(
                    "(select array[count(*), count(*) filter (where outcome = 'changed'),"
                            + " count(*) filter (where outcome = 'same'), count(*) filter (where outcome = 'refused')]"
                            + " from lists.bulk_row where bulk_id = {0})",
                    Long[].class, BULK.ID)
            .as("counts");

    private static final List<Field<?>> FIELDS = Stream.concat(Stream.of(BULK.fields()), Stream.of(BY, COUNTS, UNDONE))
            .toList();

    private final DSLContext db;

    BulkTable(DSLContext db) {
        this.db = db;
    }

    long insert(String list, String column, String value, @Nullable Long undoOf, long person, Instant now) {
        return db.insertInto(BULK)
                .set(BULK.LIST, list)
                .set(BULK.FIELD, column)
                .set(BULK.VALUE, value)
                .set(BULK.STATE, "asked")
                .set(BULK.UNDO_OF, undoOf)
                .set(BULK.PERSON_ID, person)
                .set(BULK.CREATED_AT, now)
                .returning(BULK.ID)
                .fetchSingle(BULK.ID);
    }

    /** Every record of a list that meets a condition, in one statement. */
    void addAll(long bulk, Listing listing, Condition where) {
        db.insertInto(BULK_ROW, BULK_ROW.BULK_ID, BULK_ROW.RECORD_ID)
                .select(select(inline(bulk), listing.id()).from(listing.table()).where(where))
                .execute();
    }

    void add(long bulk, Listing listing, Collection<Long> ids, Condition seen) {
        addAll(bulk, listing, listing.id().in(ids).and(seen));
    }

    /** What another change has changed. */
    void addChanged(long bulk, long of) {
        db.insertInto(BULK_ROW, BULK_ROW.BULK_ID, BULK_ROW.RECORD_ID)
                .select(select(inline(bulk), BULK_ROW.RECORD_ID)
                        .from(BULK_ROW)
                        .where(BULK_ROW.BULK_ID.eq(of))
                        .and(BULK_ROW.OUTCOME.eq("changed")))
                .execute();
    }

    Optional<Bulk> find(long id) {
        return db.select(FIELDS).from(BULK).where(BULK.ID.eq(id)).fetchOptional(BulkTable::bulk);
    }

    /**
     * What was started and not ended before this moment, newest first.
     *
     * @param columns list → those of its columns that may be seen
     * @param by whose; null for everybody's
     */
    Page<Bulk> page(Map<String, Set<String>> columns, @Nullable Long by, Instant since, PageRequest request) {
        Condition seen = columns.entrySet().stream()
                .map(list -> BULK.LIST.eq(list.getKey()).and(BULK.FIELD.in(list.getValue())))
                .reduce(DSL.falseCondition(), Condition::or);
        Condition where = seen.and(BULK.JOB_ID.isNotNull())
                .and(BULK.FINISHED_AT.isNull().or(BULK.FINISHED_AT.ge(since)))
                .and(by == null ? DSL.noCondition() : BULK.PERSON_ID.eq(by));
        return new Keyset(db, BULK, where, BULK.ID, BULK.ID, request).fetch(FIELDS, BulkTable::bulk, Bulk::id);
    }

    /** Moves it on if it is in one of these states. */
    boolean state(long id, Collection<String> from, String to, @Nullable Instant finished) {
        return db.update(BULK)
                        .set(BULK.STATE, to)
                        .set(BULK.FINISHED_AT, finished)
                        .where(BULK.ID.eq(id))
                        .and(BULK.STATE.in(from))
                        .execute()
                > 0;
    }

    /** Whether it runs; until the transaction ends whoever settles it waits. */
    boolean goesOn(long id) {
        return db.select(BULK.STATE)
                .from(BULK)
                .where(BULK.ID.eq(id))
                .forKeyShare()
                .fetchOptional(BULK.STATE)
                .filter("running"::equals)
                .isPresent();
    }

    /** Waits for what is being written of it. */
    void settle(long id) {
        db.select(BULK.ID).from(BULK).where(BULK.ID.eq(id)).forUpdate().execute();
    }

    void job(long id, long job) {
        db.update(BULK).set(BULK.JOB_ID, job).where(BULK.ID.eq(id)).execute();
    }

    /** The next records nobody has looked at. */
    List<Long> next(long id, int most) {
        return db.select(BULK_ROW.RECORD_ID)
                .from(BULK_ROW)
                .where(BULK_ROW.BULK_ID.eq(id))
                .and(BULK_ROW.OUTCOME.isNull())
                .orderBy(BULK_ROW.RECORD_ID)
                .limit(most)
                .fetch(BULK_ROW.RECORD_ID);
    }

    /** What became of each record, in one statement. */
    void outcomes(long id, Map<Long, Outcome> outcomes) {
        db.execute(
                "update lists.bulk_row r set outcome = o.outcome, before = o.before, after = o.after, reason = o.reason"
                        + " from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[])"
                        + " as o(record_id, outcome, before, after, reason)"
                        + " where r.bulk_id = ? and r.record_id = o.record_id",
                outcomes.keySet().toArray(Long[]::new),
                texts(outcomes, outcome -> outcome.what().code()),
                texts(outcomes, Outcome::before),
                texts(outcomes, Outcome::after),
                texts(outcomes, Outcome::reason),
                id);
    }

    private static @Nullable String[] texts(Map<Long, Outcome> outcomes, Function<Outcome, @Nullable String> text) {
        return outcomes.values().stream().map(text).toArray(String[]::new);
    }

    /** What records had before a change and after it. */
    record Trace(String before, String after) {}

    Map<Long, Trace> traces(long bulk, Collection<Long> ids) {
        return db.select(BULK_ROW.RECORD_ID, BULK_ROW.BEFORE, BULK_ROW.AFTER)
                .from(BULK_ROW)
                .where(BULK_ROW.BULK_ID.eq(bulk))
                .and(BULK_ROW.RECORD_ID.eq(DSL.any(ids.toArray(Long[]::new))))
                .and(BULK_ROW.OUTCOME.eq("changed"))
                .fetchMap(BULK_ROW.RECORD_ID, r -> new Trace(r.value2(), r.value3()));
    }

    /** Record → why, in the order of their numbers. */
    Map<Long, String> refused(long id, int most) {
        return db.select(BULK_ROW.RECORD_ID, BULK_ROW.REASON)
                .from(BULK_ROW)
                .where(BULK_ROW.BULK_ID.eq(id))
                .and(BULK_ROW.OUTCOME.eq("refused"))
                .orderBy(BULK_ROW.RECORD_ID)
                .limit(most)
                .fetchMap(BULK_ROW.RECORD_ID, BULK_ROW.REASON);
    }

    /** Changes that ended before this moment are forgotten: they cannot be taken back any more. */
    void forget(Instant before) {
        db.deleteFrom(BULK).where(BULK.FINISHED_AT.lt(before)).execute();
        db.deleteFrom(BULK)
                .where(BULK.STATE.eq("asked"))
                .and(BULK.CREATED_AT.lt(before))
                .execute();
    }

    private static Bulk bulk(Record r) {
        Long[] counts = r.get(COUNTS);
        return new Bulk(
                r.get(BULK.ID),
                r.get(BULK.LIST),
                r.get(BULK.FIELD),
                r.get(BULK.VALUE),
                r.get(BULK.STATE),
                r.get(BULK.UNDO_OF),
                r.get(BULK.PERSON_ID),
                r.get(BY),
                r.get(BULK.JOB_ID),
                r.get(BULK.CREATED_AT),
                r.get(BULK.FINISHED_AT),
                counts[0],
                counts[1],
                counts[2],
                counts[3],
                r.get(UNDONE));
    }
}
