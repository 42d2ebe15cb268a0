package doppelpass.search;

import doppelpass.search.plug.Findable.Source;
import doppelpass.search.plug.Findable.Via;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;

/** Rows whose words are asked for, whether they are shown or lend their words to others. */
record Searched(String rows, Table<?> table, Field<Long> id, Field<?> words, String index, Condition visible) {
    static Searched of(Source source) {
        return new Searched(
                source.rows(), source.table(), source.id(), source.words(), source.index(), source.visible());
    }

    static Searched of(Via via) {
        return new Searched(via.rows(), via.table(), via.id(), via.words(), via.index(), via.visible());
    }
}
