package doppelpass.search;

import static doppelpassdb.search.Tables.VISIT;

import doppelpass.identity.Person;
import doppelpass.search.plug.Findable;
import doppelpass.search.plug.Findable.Source;
import doppelpass.search.plug.Findable.Via;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.WithStep;
import org.jooq.impl.DSL;

/**
 * The SQL of hits. However frequent a word is, only so many candidates are looked at: first among the latest records,
 * where frequent words are met at once, then along the index, where the others are few.
 */
final class Candidates {
    private static final int PLENTY = 8;
    static final int CANDIDATES = 40;
    static final int SMALL = 500;
    private static final int WIDE = 60;
    static final Field<Long> ID = DSL.field(DSL.name("hit_id"), Long.class);
    static final Field<Integer> RANK = DSL.field(DSL.name("hit_rank"), Integer.class);
    static final Field<Object> WORDS = DSL.field(DSL.name("hit_words"), Object.class);

    private static final Name LATEST = DSL.name("latest");

    private Candidates() {}

    /**
     * The index is asked only for what the latest records leave open, and not at all if there are no others; for words that
     * begin so only where whole ones leave something open, for all of these only where some do, other records only for what
     * all these leave open. What differs from search to search are values, the statement only with how many words there
     * are: planning takes longer than running.
     */
    static Select<Record2<Long, Integer>> strict(
            Findable findable, Sought sought, Function<String, Odds> allOdds, Person reader, int most) {
        Source source = findable.source();
        Odds odds = allOdds.apply(source.index());
        int latestOf = source.small() ? SMALL : odds.latest(sought);
        WithStep with = DSL.with(LATEST.as(latest(source, latestOf)))
                .with(DSL.name("seen").as(seen(findable, reader, sought)));
        if (source.small()) return with.select(ID, RANK).from("seen");
        String begun = sought.begun(odds);
        String some = sought.some(odds);
        boolean ofAPart = counted(source.entries()) && odds.ofAPart(sought, false);
        boolean exactly = counted(source.entries()) && odds.ofAPart(sought, true);
        Condition more = source.entries().isEmpty()
                ? DSL.noCondition()
                : DSL.field(DSL.selectCount().from(LATEST)).ge(latestOf);
        Condition open = DSL.field(DSL.selectCount().from("seen").where(RANK.eq(Hit.EXACT)))
                .lt(PLENTY);
        List<String> known = new ArrayList<>(List.of("seen", "exact"));
        with = with.with(DSL.name("exact")
                        .as(looked(
                                source,
                                sought.exact(odds),
                                sought.exact(),
                                Hit.EXACT,
                                CANDIDATES,
                                more.and(open),
                                exactly)))
                .with(DSL.name("some")
                        .as(indexed(
                                source,
                                some,
                                sought.begun(),
                                Hit.BEGUN,
                                CANDIDATES,
                                more.and(few(known)).and(given(!ofAPart && !some.equals(begun))))));
        known.add("some");
        with = with.with(DSL.name("begun")
                .as(looked(source, begun, sought.begun(), Hit.BEGUN, CANDIDATES, more.and(few(known)), ofAPart)));
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

    /** Along an index, or among all that somebody sees of a part. */
    private static Select<Record2<Long, Integer>> looked(
            Source source, String asked, String query, int rank, int most, Condition wanted, boolean ofAPart) {
        if (!ofAPart) return indexed(source, asked, query, rank, most, wanted);
        Via holder = source.holder();
        if (holder != null && counted(holder.entries())) {
            Select<Record1<Long>> holders = each(
                    holder.entries(),
                    entry -> DSL.select(holder.id())
                            .from(holder.table())
                            .where(holder.visible().and(wanted).and(entry))
                            .and(Sought.met(holder.words(), query)));
            return ranked(source, rank, most, wanted.and(holder.key().in(holders)));
        }
        return each(
                source.entries(),
                entry -> ranked(source, rank, most, wanted.and(entry).and(Sought.met(source.words(), query))));
    }

    private static Select<Record2<Long, Integer>> ranked(Source source, int rank, int most, Condition which) {
        return DSL.select(source.id().as(ID), DSL.inline(rank).as(RANK))
                .from(source.table())
                .where(source.visible().and(which))
                .limit(DSL.inline(most));
    }

    /** Whether what somebody sees is found by whose it is and by its numbers. */
    static boolean counted(List<Condition> entries) {
        return entries.size() > 1;
    }

    /** What is found by any of these conditions. */
    static <R extends Record> Select<R> each(List<Condition> entries, Function<Condition, Select<R>> found) {
        return entries.stream().map(found).reduce(Select::unionAll).orElseGet(() -> found.apply(DSL.falseCondition()));
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

    private static Select<Record2<Long, Object>> latest(Source source, int latestOf) {
        Select<Record2<Long, Object>> each = each(source.entries(), entry -> some(source, entry, SMALL));
        return DSL.select(ID, WORDS)
                .from(each.asTable("among"))
                .orderBy(counted(source.entries()) ? List.of(ID.desc()) : List.of())
                .limit(latestOf);
    }

    /** Among the latest records, those the reader opened, and the one with the number; all of them where there are few. */
    private static Select<Record2<Long, Integer>> seen(Findable findable, Person reader, Sought sought) {
        Source source = findable.source();
        Select<Record2<Long, Object>> latest = DSL.select(ID, WORDS).from(LATEST);
        var opened = some(source, source.id().in(visited(findable, reader)), Visits.KEPT);
        Table<?> both =
                source.small() ? latest.asTable("both") : latest.union(opened).asTable("both");
        Condition exact = Sought.met(WORDS, sought.exact());
        Field<Integer> rank = DSL.when(exact, DSL.inline(Hit.EXACT)).otherwise(DSL.inline(Hit.BEGUN));
        return DSL.select(ID, rank.as(RANK))
                .from(both)
                .where(Sought.met(WORDS, sought.begun()))
                .unionAll(numbered(source, sought));
    }

    private static Select<Record2<Long, Integer>> numbered(Source source, Sought sought) {
        return DSL.select(source.id(), DSL.inline(Hit.NUMBER))
                .from(source.table())
                .where(source.visible())
                .and(source.id().eq(DSL.val(sought.number(), Long.class)));
    }

    /** Records with words that contain these or are like them, among all that somebody sees of a part or along an index. */
    static Select<Record2<Long, Integer>> wide(Source source, Sought sought, boolean ofTheirs) {
        boolean ofAPart = counted(source.entries()) && ofTheirs;
        return looked(source, sought.wide(), sought.wide(), Hit.WIDE, WIDE, DSL.noCondition(), ofAPart);
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
        return DSL.select(source.id().as(ID), DSL.inline(rank).as(RANK))
                .from(source.table())
                .where(source.visible().and(wanted))
                .and(asked(source, asked))
                .and(Sought.met(source.words(), query))
                .limit(DSL.inline(most));
    }

    /** Whoever sees a part sees a part of those whose words these are: they go on to the others before those are looked up. */
    private static Condition asked(Source source, String asked) {
        Via holder = source.holder();
        return holder == null || holder.visible().equals(DSL.noCondition())
                ? Sought.matches(source.words(), asked)
                : holder.key()
                        .in(DSL.select(holder.id())
                                .from(holder.table())
                                .where(holder.visible().and(Sought.matches(holder.words(), asked))));
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

    /** How well a record has the words, in itself or together with the one it hangs on; null where it has not. */
    static Field<Integer> rank(Source source, Sought sought) {
        Via via = source.via();
        Condition numbered = source.id().eq(DSL.val(sought.number(), Long.class));
        Field<Integer> rank = DSL.when(numbered, DSL.inline(Hit.NUMBER))
                .when(Sought.met(source.words(), sought.exact()), DSL.inline(Hit.EXACT))
                .when(Sought.met(source.words(), sought.begun()), DSL.inline(Hit.BEGUN));
        if (via == null) return rank;
        Field<Object> both = DSL.field("({0} || {1})", Object.class, source.words(), via.words());
        return DSL.coalesce(rank, DSL.when(Sought.met(both, sought.begun()), DSL.inline(Hit.VIA)));
    }

    /** The same for words that contain these or are like them. */
    static Field<Integer> wideRank(Source source, Sought sought) {
        return DSL.when(Sought.met(source.words(), sought.wide()), DSL.inline(Hit.WIDE));
    }

    /** What the reader opened last. */
    static Select<Record2<Long, Integer>> opened(Findable findable, Person reader) {
        Source source = findable.source();
        return DSL.select(source.id().as(ID), DSL.inline(Hit.EXACT).as(RANK))
                .from(source.table())
                .where(source.visible())
                .and(source.id().in(visited(findable, reader)));
    }
}
