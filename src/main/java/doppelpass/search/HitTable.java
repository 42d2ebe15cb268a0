package doppelpass.search;

import static doppelpass.search.Candidates.ID;
import static doppelpass.search.Candidates.RANK;
import static doppelpassdb.search.Tables.VISIT;

import doppelpass.identity.Person;
import doppelpass.search.plug.Findable;
import doppelpass.search.plug.Findable.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fetches hits: the best of the candidates, and what is shown of them. */
@Component
class HitTable {
    private static final Field<Integer> PLACE = DSL.field(DSL.name("hit_place"), Integer.class);

    private final DSLContext db;

    HitTable(DSLContext db) {
        this.db = db;
    }

    /** A record as it is shown, before anything is marked. */
    record Row(
            String title,
            String remark,
            String note,
            @Nullable Instant moment,
            String url,
            int rank) {}

    /**
     * Until the end of the transaction: along the index, however frequent the planner thinks a word is, and planned once. How
     * many rows are wanted stands in the statements, or a plan for any number would start workers to read a few.
     */
    void alongIndexes() {
        db.execute("set local enable_seqscan = off; set local plan_cache_mode = force_generic_plan;"
                + " set local max_parallel_workers_per_gather = 0");
    }

    /** Beginning → digits of the first telephone numbers that begin so, so many of each column at most. */
    Map<String, List<String>> numbers(Source source, List<String> beginnings, int most) {
        List<Select<Record2<String, String>>> each = new ArrayList<>();
        for (String beginning : beginnings)
            for (Field<String> number : source.numbers())
                each.add(DSL.select(DSL.val(beginning), number)
                        .from(source.table())
                        // letters follow digits
                        .where(number.ge("+" + beginning).and(number.lt("+" + beginning + "a")))
                        .orderBy(number)
                        .limit(DSL.inline(most)));
        Select<Record2<String, String>> all =
                each.stream().reduce(Select::unionAll).orElseThrow();
        return db.fetch(all).intoGroups(Record2::value1, row -> Numbers.digits(row.value2()));
    }

    /** Those with the words among what is found by these conditions. */
    List<Long> among(Table<?> table, Field<Long> id, Field<?> words, List<Condition> entries, String query, int most) {
        return db.fetch(Candidates.each(
                        entries,
                        entry -> DSL.select(id.as(ID))
                                .from(table)
                                .where(entry)
                                .and(Sought.met(words, query))
                                .limit(DSL.inline(most))))
                .getValues(ID);
    }

    /** The numbers of the best. */
    List<Long> best(Findable findable, Select<Record2<Long, Integer>> all, Person reader, int most) {
        return db.select(ID)
                .from(ranked(findable, all, reader, most))
                .orderBy(PLACE)
                .fetch(ID);
    }

    /**
     * The best by rank; among equals those the reader opened, then their own, then the latest changed. Only what is shown is
     * looked up in full.
     */
    List<Row> shown(Findable findable, Select<Record2<Long, Integer>> all, Person reader, int most) {
        Source source = findable.source();
        Findable.Shown shown = findable.shown();
        Field<String> none = DSL.inline((String) null);
        return db.select(
                        shown.title().as("title"),
                        shown.remark().as("remark"),
                        (shown.note() == null ? none : DSL.left(shown.note(), 20_000)).as("note"),
                        (shown.moment() == null ? DSL.inline((Instant) null) : shown.moment()).as("moment"),
                        shown.url().as("url"),
                        RANK)
                .from(source.table())
                .join(ranked(findable, all, reader, most))
                .on(source.id().eq(ID))
                .orderBy(PLACE)
                .fetch(HitTable::row);
    }

    private static Table<?> ranked(Findable findable, Select<Record2<Long, Integer>> all, Person reader, int most) {
        Source source = findable.source();
        Table<?> once = DSL.select(ID, DSL.min(RANK).as(RANK))
                .from(all.asTable("all_hits"))
                .groupBy(ID)
                .asTable("hit");
        Field<Long> owner = source.owner();
        Condition own = owner == null ? DSL.falseCondition() : owner.eq(reader.id());
        Field<Integer> place = DSL.rowNumber()
                .over(DSL.orderBy(
                        RANK,
                        VISIT.OPENED_AT.desc().nullsLast(),
                        DSL.coalesce(DSL.field(own), DSL.inline(false)).desc(),
                        source.changed().desc().nullsLast(),
                        source.id().desc()));
        return DSL.select(ID, RANK, place.as(PLACE))
                .from(source.table())
                .join(once)
                .on(source.id().eq(ID))
                .leftJoin(VISIT)
                .on(VISIT.PERSON_ID.eq(reader.id()))
                .and(VISIT.KIND.eq(findable.kind().name()))
                .and(VISIT.RECORD_ID.eq(source.id()))
                .orderBy(PLACE)
                .limit(DSL.inline(most))
                .asTable("ranked");
    }

    private static Row row(Record r) {
        return new Row(
                text(r, "title"),
                text(r, "remark"),
                text(r, "note"),
                r.get("moment", Instant.class),
                text(r, "url"),
                Objects.requireNonNull(r.get(RANK)));
    }

    private static String text(Record r, String field) {
        return Stream.ofNullable(r.get(field, String.class)).findFirst().orElse("");
    }
}
