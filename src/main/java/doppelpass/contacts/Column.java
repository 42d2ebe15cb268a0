package doppelpass.contacts;

import java.util.List;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** What the tables of this module ask of a single column. */
final class Column {
    private Column() {}

    /** Contains the words, whatever their case; {@code text} is an indexed lower-case expression. */
    static Condition contains(Field<String> text, String words) {
        return text.like("%" + DSL.escape(words.toLowerCase(Locale.ROOT), '!') + "%", '!');
    }

    /** The values that occur, for filters: jumps from value to value along the index instead of reading every row. */
    static List<String> values(DSLContext db, Table<?> table, Field<String> column) {
        return db.fetch("""
                        with recursive step(v) as (
                          (select min({0}) from {1})
                          union all
                          select (select min({0}) from {1} where {0} > step.v) from step where step.v is not null)
                        select v from step where v <> '' limit 100""", column, table).getValues(0, String.class);
    }
}
