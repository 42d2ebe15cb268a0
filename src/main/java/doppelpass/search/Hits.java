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
import org.jooq.Record2;
import org.jooq.Select;
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

    List<Row> find(Findable findable, Sought sought, Function<String, Odds> odds, Person reader, int most) {
        return inSight(
                findable,
                reader,
                most,
                asked -> Candidates.strict(asked, sought, odds, reader, most),
                ids -> Candidates.among(findable.source(), ids, sought));
    }

    List<Row> wide(Findable findable, Sought sought, Function<String, Odds> odds, Person reader, int most) {
        return inSight(
                findable,
                reader,
                most,
                asked -> Candidates.wide(
                        asked.source(), sought, odds.apply(asked.source().index())),
                ids -> Candidates.amongWide(findable.source(), ids, sought));
    }

    /** Where too many of those that were found do not count, all records are read. */
    private List<Row> inSight(
            Findable findable,
            Person reader,
            int most,
            Function<Findable, Select<Record2<Long, Integer>>> asked,
            Function<List<Long>, Select<Record2<Long, Integer>>> read) {
        if (seeing.limited() && !findable.source().rows().isEmpty()) {
            int room = seeing.fields(FieldRight.HIDDEN).isEmpty() ? most : MORE;
            Findable seen = seen(findable);
            List<Long> ids = seeing.everything(() -> table.best(seen, asked.apply(seen), reader, room));
            List<Row> rows = ids.isEmpty() ? List.of() : table.shown(findable, read.apply(ids), reader, most);
            if (rows.size() == most || ids.size() < room) return rows;
        }
        return table.shown(findable, asked.apply(findable), reader, most);
    }

    /** As it is to be asked for with everybody's eyes. */
    private Findable seen(Findable findable) {
        Source source = findable.source();
        if (source.rows().isEmpty()) return findable;
        String name = source.table().getName();
        Source rows = source.where(seeing.rows(source.rows(), name)).foundBy(seeing.entries(source.rows(), name));
        if (source.via() != null) rows = rows.via(seen(source.via()));
        if (source.holder() != null) rows = rows.wordsOf(seen(source.holder()));
        return new Findable(findable.kind(), rows, findable.shown());
    }

    private Via seen(Via via) {
        String name = via.table().getName();
        return via.where(seeing.rows(via.rows(), name)).foundBy(seeing.entries(via.rows(), name));
    }
}
