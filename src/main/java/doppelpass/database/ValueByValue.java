package doppelpass.database;

import doppelpass.core.Cursor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.TableLike;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The order of a list whose sort value follows from a key of few values that an index has before the id: the rows of one sort
 * value after those of another, each in the order of their ids. So nothing is sorted, however many rows there are.
 *
 * @param values ascending, what has no sort value last
 */
record ValueByValue(List<Value> values) {
    private static final int FEW = 100;

    /**
     * @param sort as cursors say it
     * @param rows those that have it
     */
    record Value(@Nullable String sort, Condition rows) {}

    /**
     * Jumps from key to key along its index, and looks at one row of each; empty where there are too many. The row is asked for
     * in the index's order too: the planner does not know how rare its key is, and would look for it among all.
     */
    static Optional<ValueByValue> of(DSLContext db, TableLike<?> from, Field<?> key, Field<?> sort) {
        Result<Record> found = db.fetch("""
                with recursive step(v) as (
                  (select {0} from {1} where {0} is not null order by {0} limit 1)
                  union all
                  select (select {0} from {1} where {0} > step.v order by {0} limit 1) from step where step.v is not null)
                select v, sort::text from (
                  select v, (select {2} from {1} where {0} >= v order by {0} limit 1) as sort from step where v is not null limit {3}) keys
                order by sort nulls last\
                """, key, from, sort, DSL.inline(FEW + 1));
        if (found.size() > FEW) return Optional.empty();
        Map<Optional<String>, List<Object>> keys = new LinkedHashMap<>();
        for (Record row : found)
            keys.computeIfAbsent(Optional.ofNullable(row.get(1, String.class)), value -> new ArrayList<>())
                    .add(row.get(0));
        Condition without = key.isNull();
        if (keys.containsKey(Optional.<String>empty())) without = without.or(in(key, keys.remove(Optional.empty())));
        List<Value> values = new ArrayList<>();
        keys.forEach((value, of) -> values.add(new Value(value.orElseThrow(), in(key, of))));
        values.add(new Value(null, without));
        return Optional.of(new ValueByValue(List.copyOf(values)));
    }

    /**
     * The conditions to read by, one after the other, from the place of the cursor on; empty if nothing has its value any more.
     *
     * @param descending of the list, which has no values last either way
     * @param backwards from its end to its start
     */
    Optional<List<Condition>> read(Optional<Cursor> cursor, Field<Long> id, boolean descending, boolean backwards) {
        List<Value> order = new ArrayList<>(values.subList(0, values.size() - 1));
        if (descending) Collections.reverse(order);
        order.add(values.getLast());
        if (backwards) Collections.reverse(order);
        if (cursor.isEmpty()) return Optional.of(order.stream().map(Value::rows).toList());
        List<String> sorts = order.stream().map(Value::sort).toList();
        int place = sorts.indexOf(cursor.get().value());
        if (place < 0) return Optional.empty();
        long last = cursor.get().id();
        List<Condition> conditions = new ArrayList<>();
        conditions.add(order.get(place).rows().and(descending == backwards ? id.gt(last) : id.lt(last)));
        order.subList(place + 1, order.size()).forEach(value -> conditions.add(value.rows()));
        return Optional.of(conditions);
    }

    private static Condition in(Field<?> key, List<Object> values) {
        return key.coerce(Object.class).in(values);
    }
}
