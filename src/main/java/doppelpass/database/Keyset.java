package doppelpass.database;

import doppelpass.core.Cursor;
import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.RecordMapper;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.SelectLimitStep;
import org.jooq.SortField;
import org.jooq.SortOrder;
import org.jooq.TableLike;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * One page of a sorted list by key, forwards and backwards: as quick on the last page as on the first. Rows without a
 * sort value come last. Counts are exact up to {@link #COUNTED} where counting is cheap, else the planner's estimate.
 */
public record Keyset(
        DSLContext db,
        TableLike<?> from,
        Condition where,
        Field<?> sort,
        Field<Long> id,
        PageRequest request,
        @Nullable SelectLimitStep<?> counted) {
    public static final int COUNTED = 10_000;
    /** In the planner's units; about 5 ms. Reading 15,000 rows in order costs about as much. */
    private static final double DEAR = 2_500;

    /** Of what somebody sees who sees only a part the planner knows little: rather count than say nonsense; about 200 ms. */
    private static final double DEAR_OF_A_PART = 100_000;

    private static final long FAR_BEYOND = 10L * COUNTED;
    private static final String VALUE = "keyset_value";

    public Keyset(
            DSLContext db, TableLike<?> from, Condition where, Field<?> sort, Field<Long> id, PageRequest request) {
        this(db, from, where, sort, id, request, DSL.selectOne().from(from).where(where));
    }

    /** Counts by a query that has as many rows as the list but needs fewer tables. */
    public Keyset counting(SelectLimitStep<?> fewerTables) {
        return new Keyset(db, from, where, sort, id, request, fewerTables);
    }

    /** Does not count: the page says 0. */
    public Keyset uncounted() {
        return new Keyset(db, from, where, sort, id, request, null);
    }

    /** Reads the page; {@code idOf} tells a row's id. */
    public <T> Page<T> fetch(
            List<? extends SelectFieldOrAsterisk> fields, RecordMapper<Record, T> mapper, ToLongFunction<T> idOf) {
        record Row<T>(T shown, @Nullable String value) {}
        List<Row<T>> rows = new ArrayList<>();
        for (Condition beyond : beyond()) {
            if (rows.size() == request.fetch()) break;
            rows.addAll(db.select(fields)
                    .select(sort.cast(String.class).as(VALUE))
                    .from(from)
                    .where(where.and(beyond))
                    .orderBy(order())
                    .limit(DSL.inline(request.fetch() - rows.size()))
                    .fetch(r -> new Row<>(mapper.map(r), r.get(VALUE, String.class))));
        }
        long count = count(rows.size());
        Page.Key<Row<T>> key = new Page.Key<>() {
            @Override
            public @Nullable String value(Row<T> row) {
                return row.value();
            }

            @Override
            public long id(Row<T> row) {
                return idOf.applyAsLong(row.shown());
            }
        };
        return Page.of(request, rows, key, Math.abs(count), count < 0).map(Row::shown);
    }

    private List<SortField<?>> order() {
        boolean down = request.descending() != request.backwards();
        SortOrder direction = down ? SortOrder.DESC : SortOrder.ASC;
        SortField<?> first = sort.sort(direction);
        if (nullable()) {
            first = request.backwards() ? first.nullsFirst() : first.nullsLast();
        }
        return List.of(first, id.sort(direction));
    }

    /**
     * What lies behind the cursor, in the order in which it is read: rows with a sort value and rows without are asked for
     * one after the other, because together no index finds the place.
     */
    private List<Condition> beyond() {
        return request.cursor().map(this::beyond).orElseGet(() -> List.of(DSL.noCondition()));
    }

    private List<Condition> beyond(Cursor cursor) {
        boolean greater = request.descending() == request.backwards();
        if (cursor.value() == null) {
            Condition later = greater ? id.gt(cursor.id()) : id.lt(cursor.id());
            Condition among = sort.isNull().and(later);
            return request.backwards() ? List.of(among, sort.isNotNull()) : List.of(among);
        }
        Condition further = beyond(sort, cursor.value(), cursor.id(), greater);
        return nullable() && !request.backwards() ? List.of(further, sort.isNull()) : List.of(further);
    }

    private <V> Condition beyond(Field<V> field, String value, long rowId, boolean greater) {
        Field<V> bound = DSL.val(value).cast(field.getDataType());
        // the first half says nothing new, but where field and id are of two tables only it finds the place in an index
        return greater
                ? field.ge(bound).and(DSL.row(field, id).gt(bound, DSL.val(rowId)))
                : field.le(bound).and(DSL.row(field, id).lt(bound, DSL.val(rowId)));
    }

    private boolean nullable() {
        return sort.getDataType().nullable();
    }

    /** The number of rows, known if the first page has them all; at least those seen; negative when it is an estimate. */
    private long count(int seen) {
        if (counted == null) return 0;
        if (request.cursor().isEmpty() && seen < request.fetch()) return seen;
        Select<?> some = counted.limit(DSL.inline(COUNTED + 1));
        Estimate estimate = Estimate.of(db, some);
        boolean part = !SeenBy.of(db).isEmpty();
        if (estimate.cost() > (part ? DEAR_OF_A_PART : DEAR) || !part && estimate.rows() > FAR_BEYOND) {
            return -Math.max(seen, Math.max(1, estimate.rows()));
        }
        int count = db.fetchCount(some);
        return count <= COUNTED ? count : -Math.max(COUNTED + 1L, estimate.rows());
    }
}
