package doppelpass.search;

import doppelpass.database.FieldRight;
import doppelpass.database.Seeing;
import doppelpass.identity.Person;
import doppelpass.search.HitTable.Row;
import doppelpass.search.plug.Findable;
import doppelpass.search.plug.Findable.Source;
import doppelpass.search.plug.Findable.Via;
import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * Hits in the sight of their reader. PostgreSQL asks no index for words before it has compared the policies, and words with
 * hidden fields in them have no index. So for whoever sees a part the records are found with everybody's eyes among the
 * rows they see; then they read these with their own, and only what they read there counts.
 */
@Component
class Hits {
    /** Looked at where words may stand in a field that the reader does not see. */
    private static final int MORE = 100;

    private final HitTable table;
    private final Seeing seeing;

    Hits(HitTable table, Seeing seeing) {
        this.table = table;
        this.seeing = seeing;
    }

    /** @param next what is asked for next if nothing is found, {@code sought} within; both are looked up at once */
    List<Row> find(Findable findable, Sought sought, Sought next, OneSearch search, Person reader, int most) {
        return inSight(
                findable,
                reader,
                most,
                new Words(sought, next, false, most, search),
                asked -> Candidates.strict(asked, sought, search::odds, reader, most),
                Candidates.rank(findable.source(), sought));
    }

    List<Row> wide(Findable findable, Sought sought, OneSearch search, Person reader, int most) {
        return inSight(
                findable,
                reader,
                most,
                new Words(sought, sought, true, most, search),
                asked -> Candidates.wide(asked.source(), sought, ofTheirs(asked.source(), sought, search)),
                Candidates.wideRank(findable.source(), sought));
    }

    /** Whether words are asked of all that somebody sees of a part, as these are few: looked up, or quicker read than an index. */
    private static boolean ofTheirs(Source source, Sought sought, OneSearch search) {
        return search.many(wordsOf(source), sought.wide()).isPresent()
                || search.odds(source.index()).ofAPart(sought, false);
    }

    /** Where too many of those that were found do not count, all records are read. */
    private List<Row> inSight(
            Findable findable,
            Person reader,
            int most,
            Words words,
            Function<Findable, Select<Record2<Long, Integer>>> asked,
            Field<Integer> rank) {
        if (seeing.limited() && !findable.source().rows().isEmpty()) {
            int room = seeing.fields(FieldRight.HIDDEN).isEmpty() ? most : MORE;
            Findable seen = seen(findable, words);
            List<Long> ids = seeing.everything(() -> table.best(seen, asked.apply(seen), reader, room));
            List<Row> rows = ids.isEmpty() ? List.of() : table.read(findable, ids, rank, reader, most);
            if (rows.size() == most || ids.size() < room) return rows;
        }
        return table.shown(findable, asked.apply(findable), reader, most);
    }

    /**
     * What is sought, as it is asked for, and what is known of it.
     *
     * @param wide whether words count that are like these: an index is asked for them, but for all kinds of records once
     */
    private record Words(Sought sought, Sought next, boolean wide, int most, OneSearch search) {
        /** What is looked up; empty where the latest or an index have it soon. */
        String scattered(String index) {
            if (wide) return sought.wide();
            Odds odds = search.odds(index);
            if (!odds.scattered(sought)) return "";
            return odds.scattered(next) ? next.begun() : sought.begun();
        }

        boolean indexed(String index) {
            return wide && !search.odds(index).ofAPart(sought, false);
        }

        /** Any of several words; empty where an index has all of them soon. */
        String any(String index) {
            return sought.any(search.odds(index)::ofAPart);
        }
    }

    /** As it is to be asked for with everybody's eyes. */
    private Findable seen(Findable findable, Words words) {
        Source source = findable.source();
        if (source.rows().isEmpty()) return findable;
        Source rows = source.where(seeing.rows(source.rows(), source.table().getName()));
        String query = words.scattered(source.index());
        Via holder = source.holder();
        rows = holder == null
                ? rows.foundBy(entries(Searched.of(rows), query, words))
                : rows.foundBy(seeing.entries(source.rows(), source.table().getName()))
                        .wordsOf(seen(holder, query, words));
        Via via = source.via();
        if (via != null && !words.wide()) rows = rows.via(seen(via, others(source, via, words), words));
        return new Findable(findable.kind(), rows, findable.shown());
    }

    /** What is looked up of those that records hang on: for several words only where too few records have them all. */
    private static String others(Source source, Via via, Words words) {
        if (!words.sought().several()) return words.scattered(via.index());
        boolean lacking = words.search()
                .many(wordsOf(source), words.scattered(source.index()))
                .map(many -> many < words.most())
                .orElse(!words.search().odds(source.index()).ofAPart(words.sought(), false));
        return lacking ? words.any(via.index()) : "";
    }

    /** The table whose words are those of a record. */
    private static String wordsOf(Source source) {
        Via holder = source.holder();
        return holder == null ? source.rows() : holder.rows();
    }

    private Via seen(Via via, String query, Words words) {
        Via seen = via.where(seeing.rows(via.rows(), via.table().getName()));
        return seen.foundBy(entries(Searched.of(seen), query, words));
    }

    /** By what the rows are found that are seen; with a query those that have its words, by their numbers. */
    private List<Condition> entries(Searched rows, String query, Words words) {
        List<Condition> entries = seeing.entries(rows.rows(), rows.table().getName());
        if (query.isEmpty() || !Candidates.counted(entries)) return entries;
        boolean indexed = words.indexed(rows.index());
        String any = words.wide() ? "" : words.any(rows.index());
        boolean within = words.search().many(rows.rows(), any).isPresent();
        return words.search()
                .ids(
                        rows.rows(),
                        within ? any : query,
                        most -> seeing.everything(() ->
                                indexed ? table.along(rows, query, most) : table.among(rows, entries, query, most)))
                .map(ids -> List.of(rows.id().eq(DSL.any(ids)), DSL.falseCondition()))
                .orElse(entries);
    }
}
