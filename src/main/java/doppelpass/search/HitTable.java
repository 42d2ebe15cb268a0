package doppelpass.search;

import static doppelpass.search.Candidates.ID;
import static doppelpass.search.Candidates.RANK;
import static doppelpassdb.search.Tables.VISIT;

import doppelpass.identity.Person;
import doppelpass.search.plug.Findable;
import doppelpass.search.plug.Findable.Source;
import doppelpass.search.plug.Findable.Via;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
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
            int rank) {
        Findable.Texts texts() {
            return new Findable.Texts(title, remark, note);
        }

        Row saying(Findable.Texts texts) {
            return new Row(texts.title(), texts.remark(), texts.note(), moment, url, rank);
        }
    }

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
    List<Long> among(Searched rows, List<Condition> entries, String query, int most) {
        return db.fetch(Candidates.each(
                        entries,
                        entry -> DSL.select(rows.id().as(ID))
                                .from(rows.table())
                                .where(entry)
                                .and(Sought.met(rows.words(), query))
                                .limit(DSL.inline(most))))
                .getValues(ID);
    }

    /** Those with the words, found along the index over them. */
    List<Long> along(Searched rows, String query, int most) {
        return db.select(rows.id())
                .from(rows.table())
                .where(rows.visible())
                .and(Sought.matches(rows.words(), query))
                .limit(DSL.inline(most))
                .fetch(rows.id());
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
        return db.select(columns(findable.shown()))
                .select(RANK)
                .from(source.table())
                .join(ranked(findable, all, reader, most))
                .on(source.id().eq(ID))
                .orderBy(PLACE)
                .fetch(HitTable::row);
    }

    /** The best of some records, in the same order; each is read once, as rights ask much of every time that it is named. */
    List<Row> read(Findable findable, List<Long> ids, Field<Integer> rank, Person reader, int most) {
        Source source = findable.source();
        Via via = source.via();
        Table<?> table = source.table();
        if (via != null) table = table.leftJoin(via.table()).on(via.key().eq(via.id()));
        return db.select(columns(findable.shown()))
                .select(rank.as(RANK))
                .from(table)
                .leftJoin(VISIT)
                .on(visited(findable, reader))
                .where(source.visible())
                .and(source.id().eq(DSL.any(ids.toArray(Long[]::new))))
                .and(rank.isNotNull())
                .orderBy(order(source, rank, reader))
                .limit(DSL.inline(most))
                .fetch(HitTable::row);
    }

    private static List<Field<?>> columns(Findable.Shown shown) {
        Field<String> note = shown.note() == null ? DSL.inline((String) null) : DSL.left(shown.note(), 20_000);
        Field<?> moment = shown.moment() == null ? DSL.inline((Instant) null) : shown.moment();
        return List.of(
                shown.title().as("title"),
                shown.remark().as("remark"),
                note.as("note"),
                moment.as("moment"),
                shown.url().as("url"));
    }

    private static Table<?> ranked(Findable findable, Select<Record2<Long, Integer>> all, Person reader, int most) {
        Source source = findable.source();
        Table<?> once = DSL.select(ID, DSL.min(RANK).as(RANK))
                .from(all.asTable("all_hits"))
                .groupBy(ID)
                .asTable("hit");
        Field<Integer> place = DSL.rowNumber().over(DSL.orderBy(order(source, RANK, reader)));
        return DSL.select(ID, RANK, place.as(PLACE))
                .from(source.table())
                .join(once)
                .on(source.id().eq(ID))
                .leftJoin(VISIT)
                .on(visited(findable, reader))
                .orderBy(PLACE)
                .limit(DSL.inline(most))
                .asTable("ranked");
    }

    private static Condition visited(Findable findable, Person reader) {
        return VISIT.PERSON_ID
                .eq(reader.id())
                .and(VISIT.KIND.eq(findable.kind().name()))
                .and(VISIT.RECORD_ID.eq(findable.source().id()));
    }

    private static List<OrderField<?>> order(Source source, Field<Integer> rank, Person reader) {
        Field<Long> owner = source.owner();
        Condition own = owner == null ? DSL.falseCondition() : owner.eq(reader.id());
        return List.of(
                rank,
                VISIT.OPENED_AT.desc().nullsLast(),
                DSL.coalesce(DSL.field(own), DSL.inline(false)).desc(),
                source.changed().desc().nullsLast(),
                source.id().desc());
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
