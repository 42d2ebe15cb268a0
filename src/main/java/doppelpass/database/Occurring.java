package doppelpass.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * The values of indexed columns, for filters: jumps from value to value along an index instead of reading every row. Of a
 * part that is found by number all rows are read, for all columns at once, because each jump would look them up anew.
 */
public final class Occurring {
    private static final int MOST = 100;

    private Occurring() {}

    /** In their order, without the empty one, the first hundred. */
    public static List<String> values(DSLContext db, Table<?> table, Field<String> column) {
        return values(db, table, List.of(column)).getFirst();
    }

    /** The same of several columns, in their order. */
    public static List<List<String>> values(DSLContext db, Table<?> table, List<Field<String>> columns) {
        return SeenBy.counted(db, table)
                ? read(db, table, columns)
                : columns.stream().map(column -> jumped(db, table, column)).toList();
    }

    private static List<List<String>> read(DSLContext db, Table<?> table, List<Field<String>> columns) {
        List<List<String>> values = new ArrayList<>();
        columns.forEach(column -> values.add(new ArrayList<>()));
        db.with("together")
                .asMaterialized(DSL.selectDistinct(columns).from(table))
                .selectFrom(IntStream.range(0, columns.size())
                        .<Select<Record2<Integer, String>>>mapToObj(place -> of(columns.get(place), place))
                        .reduce(Select::unionAll)
                        .orElseThrow()
                        .asTable("each", "place", "value"))
                .forEach(row -> values.get(Objects.requireNonNull(row.get(0, Integer.class)))
                        .add(row.get(1, String.class)));
        return values;
    }

    private static Select<Record2<Integer, String>> of(Field<String> column, int place) {
        Field<String> value = DSL.field(DSL.name("together", column.getName()), String.class);
        return DSL.select(DSL.inline(place), value)
                .from(DSL.name("together"))
                .where(value.ne(DSL.inline("")))
                .groupBy(value)
                .orderBy(value)
                .limit(DSL.inline(MOST));
    }

    private static List<String> jumped(DSLContext db, Table<?> table, Field<String> column) {
        return db.fetch("""
                        with recursive step(v) as (
                          (select min({0}) from {1})
                          union all
                          select (select min({0}) from {1} where {0} > step.v) from step where step.v is not null)
                        select v from step where v <> '' limit {2}\
                        """, column, table, DSL.inline(MOST)).getValues(0, String.class);
    }
}
