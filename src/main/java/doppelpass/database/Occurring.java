package doppelpass.database;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;

/** The values of an indexed column, for filters: jumps from value to value along the index instead of reading every row. */
public final class Occurring {
    private Occurring() {}

    /** In their order, without the empty one, the first hundred. */
    public static List<String> values(DSLContext db, Table<?> table, Field<String> column) {
        return db.fetch("""
                        with recursive step(v) as (
                          (select min({0}) from {1})
                          union all
                          select (select min({0}) from {1} where {0} > step.v) from step where step.v is not null)
                        select v from step where v <> '' limit 100\
                        """, column, table).getValues(0, String.class);
    }
}
