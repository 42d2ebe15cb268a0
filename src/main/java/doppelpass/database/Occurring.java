package doppelpass.database;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * The values of an indexed column, for filters: jumps from value to value along the index instead of reading every row. Of a
 * part that is found by number all rows are read, because each jump would look them up anew.
 */
public final class Occurring {
    private Occurring() {}

    /** In their order, without the empty one, the first hundred. */
    public static List<String> values(DSLContext db, Table<?> table, Field<String> column) {
        if (SeenBy.counted(db, table))
            return db.selectDistinct(column)
                    .from(table)
                    .where(column.ne(DSL.inline("")))
                    .orderBy(column)
                    .limit(DSL.inline(100))
                    .fetch(column);
        return db.fetch("""
                        with recursive step(v) as (
                          (select min({0}) from {1})
                          union all
                          select (select min({0}) from {1} where {0} > step.v) from step where step.v is not null)
                        select v from step where v <> '' limit 100\
                        """, column, table).getValues(0, String.class);
    }
}
