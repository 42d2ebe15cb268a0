package doppelpass.search;

import static doppelpass.search.HitTable.ID;
import static doppelpass.search.HitTable.RANK;
import static doppelpass.search.HitTable.WORDS;

import doppelpass.search.Sought.Part;
import doppelpass.search.plug.Findable.Source;
import doppelpass.search.plug.Findable.Via;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** The SQL of records that are found by the one they hang on, as a contact by its company. */
final class Related {
    private static final int RELATED = 20;
    private static final int OF_RELATED = 100;
    private static final Field<Object> OTHER_WORDS = DSL.field(DSL.name("other_words"), Object.class);
    private static final Field<Long> OTHER_ID = DSL.field(DSL.name("other_id"), Long.class);

    private Related() {}

    /** Words may stand in the record or in the one it hangs on: for each word some of those that have it. */
    static Select<Record2<Long, Integer>> hits(Source source, Via via, Sought sought, Odds odds, Condition wanted) {
        Select<? extends Record2<Long, ?>> others = sought.singly().stream()
                .<Select<Record2<Long, Object>>>map(part -> others(via, part, odds, wanted))
                .reduce(Select::unionAll)
                .orElseThrow();
        Table<?> some = DSL.select(
                        source.id().as(ID), source.words().coerce(Object.class).as(WORDS), OTHER_WORDS)
                .from(source.table())
                .join(others.asTable("other"))
                .on(via.key().eq(OTHER_ID))
                .where(source.visible())
                .limit(DSL.inline(OF_RELATED))
                .asTable("some");
        return DSL.select(ID, DSL.inline(Hit.VIA).as(RANK))
                .from(some)
                .where(Sought.matches(DSL.field("({0} || {1})", Object.class, WORDS, OTHER_WORDS), sought.begun()))
                .limit(DSL.inline(HitTable.CANDIDATES));
    }

    /** Some of those that have the word; who have a common one are met among the latest. */
    private static Select<Record2<Long, Object>> others(Via via, Part part, Odds odds, Condition wanted) {
        if (odds.rare(part)) return others(via, part, wanted);
        Condition few = DSL.field(DSL.selectCount().from(latest(via, part, wanted).asTable("met")))
                .lt(RELATED);
        return latest(via, part, wanted).unionAll(others(via, part, wanted.and(few)));
    }

    private static Select<Record2<Long, Object>> others(Via via, Part part, Condition wanted) {
        return DSL.select(
                        via.id().as(OTHER_ID), via.words().coerce(Object.class).as(OTHER_WORDS))
                .from(via.table())
                .where(Sought.matches(via.words(), part.begun()).and(wanted))
                .limit(DSL.inline(RELATED));
    }

    private static Select<Record2<Long, Object>> latest(Via via, Part part, Condition wanted) {
        Table<?> latest = DSL.select(
                        via.id().as(OTHER_ID), via.words().coerce(Object.class).as(OTHER_WORDS))
                .from(via.table())
                .where(wanted)
                .orderBy(via.id().desc())
                .limit(DSL.inline(HitTable.SMALL))
                .asTable("latest");
        return DSL.select(OTHER_ID, OTHER_WORDS)
                .from(latest)
                .where(Sought.matches(OTHER_WORDS, part.begun()))
                .limit(DSL.inline(RELATED));
    }
}
