package doppelpass.search;

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
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.WithStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The SQL of hits. However frequent a word is, only so many candidates are looked at: first among the latest records,
 * where frequent words are met at once, then along the index, where the others are few.
 */
@Component
class HitTable {
    private static final int PLENTY = 8;
    static final int CANDIDATES = 40;
    static final int SMALL = 500;
    private static final int WIDE = 60;
    static final Field<Long> ID = DSL.field(DSL.name("hit_id"), Long.class);
    static final Field<Integer> RANK = DSL.field(DSL.name("hit_rank"), Integer.class);
    private static final Field<Integer> PLACE = DSL.field(DSL.name("hit_place"), Integer.class);
    static final Field<Object> WORDS = DSL.field(DSL.name("hit_words"), Object.class);

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

    /** The best by rank; among equals those the reader opened, then their own, then the latest changed. */
    List<Row> find(Findable findable, Sought sought, Function<String, Odds> odds, Person reader, int most) {
        return shown(findable, strict(findable, sought, odds, reader, most), reader, most);
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

    /** Records with words that contain these or are like them. */
    List<Row> wide(Findable findable, Sought sought, Person reader, int most) {
        return shown(
                findable,
                indexed(findable.source(), sought.wide(), sought.wide(), Hit.WIDE, WIDE, DSL.noCondition()),
                reader,
                most);
    }

    /** The records of this kind the reader opened last. */
    List<Row> opened(Findable findable, Person reader, int most) {
        Source source = findable.source();
        var all = DSL.select(source.id().as(ID), DSL.inline(Hit.EXACT).as(RANK))
                .from(source.table())
                .where(source.visible())
                .and(source.id().in(visited(findable, reader)));
        return shown(findable, all, reader, most);
    }

    /**
     * The index is asked only for what the latest records leave open, for words that begin so only where whole ones leave
     * something open, for all of these only where some do, other records only for what all these leave open. What differs
     * from search to search are values, the statement only with how many words there are: planning takes longer than running.
     */
    private static Select<Record2<Long, Integer>> strict(
            Findable findable, Sought sought, Function<String, Odds> allOdds, Person reader, int most) {
        Source source = findable.source();
        Odds odds = allOdds.apply(source.index());
        Table<?> seen = seen(findable, reader, sought, odds.latest(sought)).asTable("seen");
        if (source.small()) return DSL.select(ID, RANK).from(seen);
        String begun = sought.begun(odds);
        String some = sought.some(odds);
        Condition open = DSL.field(DSL.selectCount().from("seen").where(RANK.eq(Hit.EXACT)))
                .lt(PLENTY);
        List<String> known = new ArrayList<>(List.of("seen", "exact"));
        WithStep with = DSL.with(DSL.name("seen").as(DSL.select(ID, RANK).from(seen)))
                .with(DSL.name("exact")
                        .as(indexed(source, sought.exact(odds), sought.exact(), Hit.EXACT, CANDIDATES, open)))
                .with(DSL.name("some")
                        .as(indexed(
                                source,
                                some,
                                sought.begun(),
                                Hit.BEGUN,
                                CANDIDATES,
                                few(known).and(given(!some.equals(begun))))));
        known.add("some");
        with = with.with(
                DSL.name("begun").as(indexed(source, begun, sought.begun(), Hit.BEGUN, CANDIDATES, few(known))));
        known.add("begun");
        Select<Record2<Long, Integer>> direct = known.stream()
                .<Select<Record2<Long, Integer>>>map(
                        name -> DSL.select(ID, RANK).from(DSL.name(name)))
                .reduce(Select::unionAll)
                .orElseThrow();
        with = with.with(DSL.name("own").as(direct));
        Via via = source.via();
        if (via == null) return with.select(ID, RANK).from("own");
        Condition lacking =
                DSL.field(DSL.select(DSL.countDistinct(ID)).from("own")).lt(most);
        return with.select(ID, RANK)
                .from("own")
                .unionAll(Related.hits(source, via, sought, allOdds.apply(via.index()), lacking));
    }

    /** As long as none of these has found plenty. */
    private static Condition few(List<String> found) {
        return DSL.and(found.stream()
                .map(name -> DSL.field(DSL.selectCount().from(DSL.name(name))).lt(PLENTY))
                .toList());
    }

    /** What is known beforehand, as a value of the statement. */
    static Condition given(boolean is) {
        return DSL.condition(DSL.val(is));
    }

    /** Among the latest records, those the reader opened, and the one with the number; all of them where there are few. */
    private static Select<Record2<Long, Integer>> seen(Findable findable, Person reader, Sought sought, int latestOf) {
        Source source = findable.source();
        var latest = DSL.select(ID, WORDS)
                .from(some(source, DSL.noCondition(), SMALL).asTable("latest"))
                .limit(source.small() ? SMALL : latestOf);
        var opened = some(source, source.id().in(visited(findable, reader)), Visits.KEPT);
        Table<?> both =
                source.small() ? latest.asTable("both") : latest.union(opened).asTable("both");
        Condition exact = Sought.matches(WORDS, sought.exact());
        Field<Integer> rank = DSL.when(exact, DSL.inline(Hit.EXACT)).otherwise(DSL.inline(Hit.BEGUN));
        return DSL.select(ID, rank.as(RANK))
                .from(both)
                .where(Sought.matches(WORDS, sought.begun()))
                .unionAll(DSL.select(source.id(), DSL.inline(Hit.NUMBER))
                        .from(source.table())
                        .where(source.visible())
                        .and(source.id().eq(DSL.val(sought.number(), Long.class))));
    }

    private static Select<Record2<Long, Object>> some(Source source, Condition which, int most) {
        return DSL.select(source.id().as(ID), words(source.words()).as(WORDS))
                .from(source.table())
                .where(source.visible().and(which))
                .orderBy(source.id().desc())
                .limit(DSL.inline(most));
    }

    /** Rows that have {@code query}, found along the index as those that have {@code asked}. */
    private static Select<Record2<Long, Integer>> indexed(
            Source source, String asked, String query, int rank, int most, Condition wanted) {
        // words put together anew are none that an index has
        Field<Object> anew = DSL.field("({0} || ''::tsvector)", Object.class, source.words());
        return DSL.select(source.id().as(ID), DSL.inline(rank).as(RANK))
                .from(source.table())
                .where(source.visible().and(wanted))
                .and(Sought.matches(source.words(), asked))
                .and(Sought.matches(anew, query))
                .limit(DSL.inline(most));
    }

    private static Field<Object> words(Field<?> words) {
        return words.coerce(Object.class);
    }

    private static Select<Record1<Long>> visited(Findable findable, Person reader) {
        return DSL.select(VISIT.RECORD_ID)
                .from(VISIT)
                .where(VISIT.PERSON_ID.eq(reader.id()))
                .and(VISIT.KIND.eq(findable.kind().name()));
    }

    /** Only what is shown is looked up in full. */
    private List<Row> shown(Findable findable, Select<Record2<Long, Integer>> all, Person reader, int most) {
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
