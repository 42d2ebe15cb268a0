package doppelpass.search;

import static doppelpass.search.Candidates.ID;
import static doppelpass.search.Candidates.RANK;
import static doppelpass.search.Candidates.WORDS;

import doppelpass.search.Sought.Part;
import doppelpass.search.plug.Findable.Source;
import doppelpass.search.plug.Findable.Via;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.SelectWhereStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The SQL of records that are found by the one they hang on, as a contact by its company. */
final class Related {
    private static final int RELATED = 20;
    private static final int OF_RELATED = 100;
    private static final Name MET = DSL.name("met");
    private static final Name LATEST = DSL.name("latest_others");
    private static final Name THEIRS = DSL.name("their_others");
    private static final Field<Object> OTHER_WORDS = DSL.field(DSL.name("other_words"), Object.class);
    private static final Field<Long> OTHER_ID = DSL.field(DSL.name("other_id"), Long.class);

    private Related() {}

    /**
     * Words may stand in the record or in the one it hangs on: for each word some of those that have it. There is room for
     * a power of two of words, so that few statements are planned.
     */
    static Select<Record2<Long, Integer>> hits(Source source, Via via, Sought sought, Odds odds, Condition wanted) {
        List<Part> parts = sought.singly();
        int room = Math.max(1, Integer.highestOneBit(2 * parts.size() - 1));
        Select<? extends Record2<Long, ?>> others = IntStream.range(0, room)
                .<Select<Record2<Long, Object>>>mapToObj(
                        place -> others(via, place < parts.size() ? parts.get(place) : null, odds, wanted))
                .reduce(Select::unionAll)
                .orElseThrow();
        Condition common = Candidates.given(parts.stream().anyMatch(part -> !odds.rare(part)));
        Table<?> some = DSL.with(LATEST.as(latest(via, wanted.and(common))))
                .with(THEIRS.as(theirs(
                        via,
                        parts.stream().filter(odds::ofAPart).map(Part::begun).toList(),
                        wanted)))
                .select(source.id().as(ID), source.words().coerce(Object.class).as(WORDS), OTHER_WORDS)
                .from(source.table())
                .join(others.asTable("other"))
                .on(via.key().eq(OTHER_ID))
                .where(source.visible())
                .limit(DSL.inline(OF_RELATED))
                .asTable("some");
        return DSL.select(ID, DSL.inline(Hit.VIA).as(RANK))
                .from(some)
                .where(Sought.met(DSL.field("({0} || {1})", Object.class, WORDS, OTHER_WORDS), sought.begun()))
                .limit(DSL.inline(Candidates.CANDIDATES));
    }

    /** Some of those that have the word, none without one; who have a common one are met among the latest. */
    private static Select<Record2<Long, Object>> others(Via via, @Nullable Part part, Odds odds, Condition wanted) {
        String query = part == null ? "" : part.begun();
        Condition common = Candidates.given(part != null && !odds.rare(part));
        Condition few = DSL.field(DSL.selectCount().from(MET)).lt(RELATED);
        Select<Record2<Long, Object>> met = DSL.select(OTHER_ID, OTHER_WORDS)
                .from(LATEST)
                .where(Sought.met(OTHER_WORDS, query).and(common))
                .limit(DSL.inline(RELATED));
        Condition lacking = wanted.and(Candidates.given(part != null)).and(few);
        boolean counted = Candidates.counted(via.entries());
        Condition ofAPart = Candidates.given(counted && part != null && odds.ofAPart(part));
        Select<Record2<Long, Object>> all = DSL.with(MET.as(met))
                .select(OTHER_ID, OTHER_WORDS)
                .from(MET)
                .unionAll(some(via, lacking.and(ofAPart.not()).and(Sought.matches(via.words(), query))));
        return counted
                ? all.unionAll(DSL.select(OTHER_ID, OTHER_WORDS)
                        .from(THEIRS)
                        .where(lacking.and(ofAPart).and(Sought.met(OTHER_WORDS, query)))
                        .limit(DSL.inline(RELATED)))
                : all;
    }

    /** All that somebody sees of a part with any of the words, looked through once. */
    private static Select<Record2<Long, Object>> theirs(Via via, List<String> queries, Condition wanted) {
        return Candidates.each(
                Candidates.counted(via.entries()) ? via.entries() : List.of(),
                entry -> named(via)
                        .where(via.visible().and(wanted).and(entry))
                        .and(Candidates.given(!queries.isEmpty()))
                        .and(Sought.met(via.words(), String.join(" | ", queries))));
    }

    private static Select<Record2<Long, Object>> some(Via via, Condition which) {
        return named(via).where(via.visible().and(which)).limit(DSL.inline(RELATED));
    }

    private static SelectWhereStep<Record2<Long, Object>> named(Via via) {
        return DSL.select(
                        via.id().as(OTHER_ID), via.words().coerce(Object.class).as(OTHER_WORDS))
                .from(via.table());
    }

    /** For all words alike: putting the words of so many together takes most of the time. */
    private static Select<Record2<Long, Object>> latest(Via via, Condition wanted) {
        return Candidates.each(
                via.entries(),
                entry -> named(via)
                        .where(via.visible().and(entry).and(wanted))
                        .orderBy(via.id().desc())
                        .limit(DSL.inline(Candidates.SMALL)));
    }
}
