package doppelpass.search;

import doppelpass.database.FieldRight;
import doppelpass.database.Seeing;
import doppelpass.identity.Person;
import doppelpass.search.HitTable.Row;
import doppelpass.search.plug.Findable;
import doppelpass.search.plug.Findable.Source;
import doppelpass.search.plug.Findable.Via;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /**
     * Those of each kind, in the order of the kinds.
     *
     * @param next what is asked for next if nothing is found, {@code sought} within; both are looked up at once
     */
    List<List<Row>> find(List<Findable> kinds, Sought sought, Sought next, OneSearch search, Person reader, int most) {
        return inSight(
                kinds,
                reader,
                most,
                new Words(sought, next, false, most, search),
                asked -> Candidates.strict(asked, sought, search::odds, reader, most),
                source -> Candidates.rank(source, sought));
    }

    List<List<Row>> wide(List<Findable> kinds, Sought sought, OneSearch search, Person reader, int most) {
        return inSight(
                kinds,
                reader,
                most,
                new Words(sought, sought, true, most, search),
                asked -> Candidates.wide(asked.source(), sought, ofTheirs(asked.source(), sought, search)),
                source -> Candidates.wideRank(source, sought));
    }

    /** Whether words are asked of all that somebody sees of a part, as these are few: looked up, or quicker read than an index. */
    private static boolean ofTheirs(Source source, Sought sought, OneSearch search) {
        return search.many(wordsOf(source), sought.wide()).isPresent()
                || search.odds(source.index()).ofAPart(sought, false);
    }

    /** Eyes are changed for all kinds at once, which takes longer than many a question. */
    private List<List<Row>> inSight(
            List<Findable> kinds,
            Person reader,
            int most,
            Words words,
            Function<Findable, Select<Record2<Long, Integer>>> asked,
            Function<Source, Field<Integer>> rank) {
        int room = seeing.fields(FieldRight.HIDDEN).isEmpty() ? most : MORE;
        List<Findable> limited = seeing.limited()
                ? kinds.stream().filter(kind -> !kind.source().rows().isEmpty()).toList()
                : List.of();
        Eyes eyes = Eyes.of(seeing, limited);
        Map<Findable, List<Long>> found = new LinkedHashMap<>();
        if (!limited.isEmpty())
            seeing.everything(() -> limited.forEach(kind -> {
                Findable seen = seen(kind, words, eyes);
                found.put(kind, table.best(seen, asked.apply(seen), reader, room));
            }));
        return kinds.stream()
                .map(kind -> {
                    List<Long> ids = found.get(kind);
                    Field<Integer> best = rank.apply(kind.source());
                    List<Row> rows =
                            ids == null || ids.isEmpty() ? List.of() : table.read(kind, ids, best, reader, most);
                    boolean enough = ids != null && (rows.size() == most || ids.size() < room);
                    // where too many of those that were found do not count, all records are read
                    return enough ? rows : table.shown(kind, asked.apply(kind), reader, most);
                })
                .toList();
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

        /** Whether all rows that are sought have one of these words. */
        boolean within(String index) {
            Odds odds = search.odds(index);
            return !wide
                    && sought.equals(next)
                    && sought.ways().stream().allMatch(way -> way.stream().anyMatch(odds::ofAPart));
        }
    }

    /** As it is to be asked for with everybody's eyes. */
    private Findable seen(Findable findable, Words words, Eyes eyes) {
        Source source = findable.source();
        Eyes.Seen own = eyes.of(source.rows(), source.table());
        Source rows = source.where(own.rows());
        String query = words.scattered(source.index());
        Via holder = source.holder();
        rows = holder == null
                ? rows.foundBy(entries(Searched.of(rows), own.entries(), query, words))
                : rows.foundBy(own.entries()).wordsOf(seen(holder, query, words, eyes));
        Via via = source.via();
        if (via != null && !words.wide()) rows = rows.via(seen(via, others(source, via, words), words, eyes));
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

    private Via seen(Via via, String query, Words words, Eyes eyes) {
        Eyes.Seen own = eyes.of(via.rows(), via.table());
        Via seen = via.where(own.rows());
        return seen.foundBy(entries(Searched.of(seen), own.entries(), query, words));
    }

    /** By what the rows are found that are seen; with a query those that have its words, by their numbers. */
    private List<Condition> entries(Searched rows, List<Condition> entries, String query, Words words) {
        if (query.isEmpty() || !Candidates.counted(entries)) return entries;
        boolean indexed = words.indexed(rows.index());
        String any = words.any(rows.index());
        boolean within = words.within(rows.index())
                && words.search().many(rows.rows(), any).isPresent();
        return words.search()
                .ids(
                        rows.rows(),
                        within ? any : query,
                        most -> indexed ? table.along(rows, query, most) : table.among(rows, entries, query, most))
                .map(ids -> List.of(rows.id().eq(DSL.any(ids)), DSL.falseCondition()))
                .orElse(entries);
    }
}
