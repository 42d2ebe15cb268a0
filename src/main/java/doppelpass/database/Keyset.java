package doppelpass.database;

import doppelpass.core.Cursor;
import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
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
        @Nullable SelectLimitStep<?> counted,
        @Nullable Condition met,
        @Nullable Field<?> key) {
    public static final int COUNTED = 10_000;
    /** In the planner's units; about 5 ms. Reading 15,000 rows in order costs about as much. */
    private static final double DEAR = 2_500;

    /** Of what somebody sees who sees only a part the planner knows little: rather count than say nonsense; about 200 ms. */
    private static final double DEAR_OF_A_PART = 100_000;

    /** To go along an index for twenty thousand rows costs less, to sort a hundred thousand more. */
    private static final double ORDERED = 20_000;

    /** Rows to look at before all, and where these have some, before all; the latter takes about 20 ms. */
    private static final int SOME = 3_000;

    private static final int MANY = 20_000;
    private static final long FAR_BEYOND = 10L * COUNTED;
    private static final String VALUE = "keyset_value";

    public Keyset(
            DSLContext db, TableLike<?> from, Condition where, Field<?> sort, Field<Long> id, PageRequest request) {
        this(db, from, where, sort, id, request, DSL.selectOne().from(from).where(where), null, null);
    }

    /** The same condition, quick to compare with single rows: the first ones are looked at before an index brings up all. */
    public Keyset met(Condition same) {
        return new Keyset(db, from, where, sort, id, request, counted, same, key);
    }

    /** Counts by a query that has as many rows as the list but needs fewer tables. */
    public Keyset counting(SelectLimitStep<?> fewerTables) {
        return new Keyset(db, from, where, sort, id, request, fewerTables, met, key);
    }

    /** Does not count: the page says 0. */
    public Keyset uncounted() {
        return new Keyset(db, from, where, sort, id, request, null, met, key);
    }

    /** The sort value follows from a key of few values, which an index has before the id; null if it does not. */
    public Keyset following(@Nullable Field<?> fewValues) {
        return new Keyset(db, from, where, sort, id, request, counted, met, fewValues);
    }

    /** Reads the page; {@code idOf} tells a row's id. */
    public <T> Page<T> fetch(
            List<? extends SelectFieldOrAsterisk> fields, RecordMapper<Record, T> mapper, ToLongFunction<T> idOf) {
        List<Row<T>> rows = new ArrayList<>(soon(fields, mapper));
        boolean soon = !rows.isEmpty();
        AtomicLong all = new AtomicLong(-1);
        for (Part part : parts()) {
            if (rows.size() == request.fetch()) break;
            int lacking = request.fetch() - rows.size();
            Condition meant = where.and(part.rows());
            Condition found = SeenBy.counted(db) ? id.eq(DSL.any(numbers(meant, part.order(), lacking, all))) : meant;
            rows.addAll(rows(fields, mapper, found, part.order(), lacking));
        }
        long count = soon ? about(rows.size()) : all.get() >= 0 ? all.get() : count(rows.size());
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

    private record Row<T>(T shown, @Nullable String value) {}

    private <T> List<Row<T>> rows(
            List<? extends SelectFieldOrAsterisk> fields,
            RecordMapper<Record, T> mapper,
            Condition meant,
            List<SortField<?>> order,
            int most) {
        return db.select(fields)
                .select(sort.cast(String.class).as(VALUE))
                .from(from)
                .where(meant)
                .orderBy(order)
                .limit(DSL.inline(most))
                .fetch(r -> new Row<>(mapper.map(r), r.get(VALUE, String.class)));
    }

    /**
     * Of whoever sees a part by number all is sorted for a page: without what is shown beside, which would be joined to each of
     * those rows first.
     *
     * @param all is told how many there are where they are counted in passing
     */
    private Long[] numbers(Condition meant, List<SortField<?>> order, int most, AtomicLong all) {
        var sorted = DSL.select(id).from(from).where(meant).orderBy(order).limit(DSL.inline(most));
        if (counted == null
                || nullable()
                || request.cursor().isPresent()
                || Estimate.of(db, sorted).rows() > COUNTED)
            return db.fetch(sorted).intoArray(id);
        var found = db.select(id, DSL.count().over())
                .from(from)
                .where(meant)
                .orderBy(order)
                .limit(DSL.inline(most))
                .fetch();
        all.set(found.isEmpty() ? 0 : found.getFirst().value2());
        return found.intoArray(id);
    }

    /** A page of what is met among the first rows behind the cursor; none where that lacks some, or no index has them in this order. */
    private <T> List<Row<T>> soon(List<? extends SelectFieldOrAsterisk> fields, RecordMapper<Record, T> mapper) {
        if (met == null || nullable()) return List.of();
        Condition beyond = parts().getFirst().rows();
        if (Estimate.of(db, places(beyond).limit(DSL.inline(MANY))).cost() > ORDERED) return List.of();
        for (int rows : List.of(SOME, MANY)) {
            Condition among = first(rows, beyond).orElse(beyond);
            List<Row<T>> found = rows(fields, mapper, met.and(among), order(), request.fetch());
            if (found.size() == request.fetch()) return found;
            if (found.size() * MANY < request.fetch() * SOME) break;
        }
        return List.of();
    }

    /** The first so many of some rows; empty where there are no others. */
    private Optional<Condition> first(int rows, Condition among) {
        return db.fetchOptional(places(among).limit(DSL.inline(1)).offset(DSL.inline(rows)))
                .map(last -> among.and(upTo(sort, last.get(VALUE, String.class), last.get(id))));
    }

    /** As many of all rows as of the first, if that is clearly too much to count. */
    private long about(int seen) {
        if (counted == null) return 0;
        Condition same = Objects.requireNonNull(met);
        Optional<Condition> first = first(SOME, DSL.noCondition());
        long hits = db.fetchCount(DSL.selectOne().from(from).where(same.and(first.orElse(DSL.noCondition()))));
        if (first.isEmpty()) return hits;
        long all = Estimate.of(db, DSL.selectOne().from(from).limit(DSL.inline(COUNTED + 1)))
                .rows();
        long guess = hits * all / SOME;
        return guess > 2 * COUNTED ? -guess : count(seen);
    }

    private SelectLimitStep<?> places(Condition beyond) {
        return DSL.select(id, sort.cast(String.class).as(VALUE))
                .from(from)
                .where(beyond)
                .orderBy(order());
    }

    private List<SortField<?>> order() {
        return List.of(sort.sort(direction()), id.sort(direction()));
    }

    private SortOrder direction() {
        return greater() ? SortOrder.ASC : SortOrder.DESC;
    }

    private record Part(Condition rows, List<SortField<?>> order) {}

    /**
     * What lies behind the cursor, in the order in which it is read: rows with a sort value and rows without are asked for
     * one after the other, because together no index has the place, nor, from the greatest down, the order.
     */
    private List<Part> parts() {
        Optional<Cursor> cursor = request.cursor();
        Optional<List<Part>> byValue = byValue();
        if (byValue.isPresent()) return byValue.get();
        if (!nullable()) return List.of(new Part(cursor.map(this::further).orElse(sort.isNotNull()), order()));
        if (cursor.isPresent() && cursor.get().value() == null) {
            long last = cursor.get().id();
            Part without = without(greater() ? id.gt(last) : id.lt(last));
            return request.backwards() ? List.of(without, new Part(sort.isNotNull(), order())) : List.of(without);
        }
        Part with = new Part(cursor.map(this::further).orElse(sort.isNotNull()), order());
        return request.backwards() ? List.of(with) : List.of(with, without(DSL.noCondition()));
    }

    /** Where very many rows would be sorted; who sees only a part sees few, and would look for each key's among all. */
    private Optional<List<Part>> byValue() {
        if (key == null || !SeenBy.of(db).isEmpty()) return Optional.empty();
        var sorted = DSL.select(id).from(from).where(where).orderBy(order()).limit(DSL.inline(request.fetch()));
        if (Estimate.of(db, sorted).cost() < ORDERED) return Optional.empty();
        return ValueByValue.of(db, from, key, sort)
                .flatMap(values -> values.read(request.cursor(), id, request.descending(), request.backwards()))
                .map(all -> all.stream()
                        .map(rows -> new Part(rows, List.of(id.sort(direction()))))
                        .toList());
    }

    private Part without(Condition among) {
        return new Part(sort.isNull().and(among), List.of(id.sort(direction())));
    }

    private Condition further(Cursor cursor) {
        return beyond(sort, Objects.requireNonNull(cursor.value()), cursor.id(), greater());
    }

    private <V> Condition beyond(Field<V> field, String value, long rowId, boolean greater) {
        Field<V> bound = DSL.val(value).cast(field.getDataType());
        // the first half says nothing new, but where field and id are of two tables only it finds the place in an index
        return greater
                ? field.ge(bound).and(DSL.row(field, id).gt(bound, DSL.val(rowId)))
                : field.le(bound).and(DSL.row(field, id).lt(bound, DSL.val(rowId)));
    }

    private <V> Condition upTo(Field<V> field, String value, Long rowId) {
        Field<V> bound = DSL.val(value).cast(field.getDataType());
        return greater()
                ? field.le(bound).and(DSL.row(field, id).le(bound, DSL.val(rowId)))
                : field.ge(bound).and(DSL.row(field, id).ge(bound, DSL.val(rowId)));
    }

    private boolean greater() {
        return request.descending() == request.backwards();
    }

    private boolean nullable() {
        return sort.getDataType().nullable();
    }

    /** The number of rows, known if the first page has them all; at least those seen; negative when it is an estimate. */
    private long count(int seen) {
        if (counted == null) return 0;
        if (request.cursor().isEmpty() && seen < request.fetch()) return seen;
        boolean part = !SeenBy.of(db).isEmpty();
        long owned = part ? owned() : 0;
        if (owned > COUNTED) return -owned;
        Select<?> some = counted.limit(DSL.inline(COUNTED + 1));
        Estimate estimate = Estimate.of(db, some);
        boolean dear = estimate.cost() > (part ? DEAR_OF_A_PART : DEAR) || !part && estimate.rows() > FAR_BEYOND;
        // of searched words the planner knows nothing; those that are not met soon are few, and an index has them
        if (dear && met == null) {
            return -Math.max(seen, Math.max(1, estimate.rows()));
        }
        int count = db.fetchCount(some);
        return count <= COUNTED ? count : -Math.max(COUNTED + 1L, estimate.rows());
    }

    /** How many of them are seen because of their owner, if these alone are too many to count: the estimate. */
    private long owned() {
        return SeenBy.owned(db, from)
                .map(owned -> DSL.selectOne().from(from).where(where.and(owned)).limit(DSL.inline(COUNTED + 1)))
                .filter(owned -> db.fetchCount(owned) > COUNTED)
                .map(owned -> Math.max(COUNTED + 1L, Estimate.of(db, owned).rows()))
                .orElse(0L);
    }
}
