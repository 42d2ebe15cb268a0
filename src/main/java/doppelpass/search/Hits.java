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
import org.jooq.Table;
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

    List<Row> find(Findable findable, Sought sought, OneSearch search, Person reader, int most) {
        return inSight(
                findable,
                reader,
                most,
                new Words(sought, sought.begun(), search),
                asked -> Candidates.strict(asked, sought, search::odds, reader, most),
                ids -> Candidates.among(findable.source(), ids, sought));
    }

    List<Row> wide(Findable findable, Sought sought, OneSearch search, Person reader, int most) {
        return inSight(
                findable,
                reader,
                most,
                new Words(sought, sought.wide(), search),
                asked -> Candidates.wide(
                        asked.source(), sought, search.odds(asked.source().index())),
                ids -> Candidates.amongWide(findable.source(), ids, sought));
    }

    /** Where too many of those that were found do not count, all records are read. */
    private List<Row> inSight(
            Findable findable,
            Person reader,
            int most,
            Words words,
            Function<Findable, Select<Record2<Long, Integer>>> asked,
            Function<List<Long>, Select<Record2<Long, Integer>>> read) {
        if (seeing.limited() && !findable.source().rows().isEmpty()) {
            int room = seeing.fields(FieldRight.HIDDEN).isEmpty() ? most : MORE;
            Findable seen = seen(findable, words);
            List<Long> ids = seeing.everything(() -> table.best(seen, asked.apply(seen), reader, room));
            List<Row> rows = ids.isEmpty() ? List.of() : table.shown(findable, read.apply(ids), reader, most);
            if (rows.size() == most || ids.size() < room) return rows;
        }
        return table.shown(findable, asked.apply(findable), reader, most);
    }

    /** What is sought, as it is asked for, and what is known of it. */
    private record Words(Sought sought, String query, OneSearch search) {
        /** Empty where the latest or an index have it soon. */
        String scattered(String index) {
            Odds odds = search.odds(index);
            return odds.ofAPart(sought, false) && odds.seldom(sought) ? query : "";
        }
    }

    /** As it is to be asked for with everybody's eyes. */
    private Findable seen(Findable findable, Words words) {
        Source source = findable.source();
        if (source.rows().isEmpty()) return findable;
        Source rows = source.where(seeing.rows(source.rows(), source.table().getName()));
        String query = words.scattered(source.index());
        Via holder = source.holder();
        if (holder == null)
            rows = rows.foundBy(
                    entries(source.rows(), source.table(), source.id(), source.words(), query, words.search()));
        else
            rows = rows.foundBy(seeing.entries(source.rows(), source.table().getName()))
                    .wordsOf(seen(holder, query, words.search()));
        Via via = source.via();
        if (via != null) {
            String one = words.sought().several() ? "" : words.scattered(via.index());
            rows = rows.via(seen(via, one, words.search()));
        }
        return new Findable(findable.kind(), rows, findable.shown());
    }

    private Via seen(Via via, String query, OneSearch search) {
        return via.where(seeing.rows(via.rows(), via.table().getName()))
                .foundBy(entries(via.rows(), via.table(), via.id(), via.words(), query, search));
    }

    /** By what the rows are found that are seen; with a query those that have its words, by their numbers. */
    private List<Condition> entries(
            String rows, Table<?> of, Field<Long> id, Field<?> words, String query, OneSearch search) {
        List<Condition> entries = seeing.entries(rows, of.getName());
        if (query.isEmpty() || !Candidates.counted(entries)) return entries;
        return search.ids(
                        rows, query, most -> seeing.everything(() -> table.among(of, id, words, entries, query, most)))
                .map(ids -> List.of(id.eq(DSL.any(ids)), DSL.falseCondition()))
                .orElse(entries);
    }
}
