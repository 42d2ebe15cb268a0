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
import org.jooq.Record2;
import org.jooq.RecordMapper;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.SelectLimitStep;
import org.jooq.SortField;
import org.jooq.Table;
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
        Along along) {
    public static final int COUNTED = 10_000;
    /** To go along an index for twenty thousand rows costs less, to sort a hundred thousand more. */
    private static final double ORDERED = 20_000;

    /** As many rows are sorted for a page. */
    private static final int SORTED = 20_000;

    /** Rows to look at before all, and where these have some, before all; the latter takes about 20 ms. */
    private static final int SOME = 3_000;

    private static final int MANY = 20_000;
    private static final String MERGED = "keyset_id";

    public Keyset(
            DSLContext db, TableLike<?> from, Condition where, Field<?> sort, Field<Long> id, PageRequest request) {
        this(db, from, where, sort, id, request, DSL.selectOne().from(from).where(where), null, Along.NOTHING);
    }

    /** The same condition, quick to compare with single rows: the first ones are looked at before an index brings up all. */
    public Keyset met(Condition same) {
        return new Keyset(db, from, where, sort, id, request, counted, same, along);
    }

    /** Counts by a query that has as many rows as the list but needs fewer tables. */
    public Keyset counting(SelectLimitStep<?> fewerTables) {
        return new Keyset(db, from, where, sort, id, request, fewerTables, met, along);
    }

    /** Does not count: the page says 0. */
    public Keyset uncounted() {
        return new Keyset(db, from, where, sort, id, request, null, met, along);
    }

    /** Read along these where very many rows would be sorted. */
    public Keyset along(Along indexes) {
        return new Keyset(db, from, where, sort, id, request, counted, met, indexes);
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
            rows.addAll(rows(fields, mapper, found(part, lacking, all), part.order(), lacking));
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

    private Condition found(Part part, int most, AtomicLong all) {
        if (part.merged()) return id.eq(DSL.any(merged(most)));
        Condition meant = where.and(part.rows());
        return SeenBy.counted(db) ? id.eq(DSL.any(numbers(meant, part.order(), most, all))) : meant;
    }

    private <T> List<Row<T>> rows(
            List<? extends SelectFieldOrAsterisk> fields,
            RecordMapper<Record, T> mapper,
            Condition meant,
            List<SortField<?>> order,
            int most) {
        return db.select(fields)
                .select(sort.cast(String.class).as(Places.VALUE))
                .from(from)
                .where(meant)
                .orderBy(order)
                .limit(DSL.inline(most))
                .fetch(r -> new Row<>(mapper.map(r), r.get(Places.VALUE, String.class)));
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
                || places().nullable()
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
        Places places = places();
        if (met == null) return List.of();
        Condition beyond = parts().getFirst().rows();
        if (Estimate.of(db, places.after(beyond).limit(DSL.inline(MANY))).cost() > ORDERED) return List.of();
        for (int rows : List.of(SOME, MANY)) {
            Condition among = places.first(db, rows, beyond).orElse(beyond);
            List<Row<T>> found = rows(fields, mapper, met.and(among), places.order(), request.fetch());
            if (found.size() == request.fetch()) return found;
            if (found.size() * MANY < request.fetch() * SOME) break;
        }
        return List.of();
    }

    /** As many of all rows as of the first, if that is clearly too much to count. */
    private long about(int seen) {
        if (counted == null) return 0;
        Condition same = Objects.requireNonNull(met);
        Optional<Condition> first = places().first(db, SOME, DSL.noCondition());
        long hits = db.fetchCount(DSL.selectOne().from(from).where(same.and(first.orElse(DSL.noCondition()))));
        if (first.isEmpty()) return hits;
        long all = Estimate.of(db, DSL.selectOne().from(from).limit(DSL.inline(COUNTED + 1)))
                .rows();
        long guess = hits * all / SOME;
        return guess > 2 * COUNTED ? -guess : count(seen);
    }

    /**
     * @param merged whether they are read along several indexes at once
     */
    private record Part(Condition rows, List<SortField<?>> order, boolean merged) {
        Part(Condition rows, List<SortField<?>> order) {
            this(rows, order, false);
        }
    }

    /**
     * What lies behind the cursor, in the order in which it is read: rows with a sort value and rows without are asked for
     * one after the other, because together no index has the place, nor, from the greatest down, the order.
     */
    private List<Part> parts() {
        Optional<Cursor> cursor = request.cursor();
        Optional<List<Part>> byValue = byValue();
        if (byValue.isPresent()) return byValue.get();
        Places places = places();
        if (!places.nullable())
            return List.of(new Part(cursor.map(places::beyond).orElse(DSL.noCondition()), places.order()));
        if (cursor.isPresent() && cursor.get().value() == null) {
            long last = cursor.get().id();
            Part without = without(places.ascending() ? id.gt(last) : id.lt(last));
            return request.backwards() ? List.of(without, with(sort.isNotNull())) : List.of(without);
        }
        Part with = with(cursor.map(places::beyond).orElse(sort.isNotNull()));
        return request.backwards() ? List.of(with) : List.of(with, without(DSL.noCondition()));
    }

    private Optional<List<Part>> byValue() {
        Field<?> key = along.key();
        return key == null || !dearlySorted()
                ? Optional.empty()
                : ValueByValue.of(db, from, key, sort)
                        .flatMap(values -> values.read(request.cursor(), id, request.descending(), request.backwards()))
                        .map(all -> all.stream()
                                .map(rows -> new Part(rows, List.of(id.sort(places().direction()))))
                                .toList());
    }

    /**
     * Whether very many rows would be sorted; few would be looked for among all of each value. Who sees only a part sees few, and
     * would look for theirs among all.
     */
    private boolean dearlySorted() {
        if (!SeenBy.of(db).isEmpty()) return false;
        var sorted =
                DSL.select(id).from(from).where(where).orderBy(places().order()).limit(DSL.inline(request.fetch()));
        return Estimate.of(db, sorted).rows() >= SORTED;
    }

    /** The first of each way from the cursor on, and of these the first. */
    private Long[] merged(int most) {
        Field<Long> number = DSL.field(DSL.name(MERGED), Long.class);
        Field<Object> value = DSL.field(DSL.name(Places.VALUE));
        Table<?> each = along.ways().stream()
                .<Select<Record2<Long, Object>>>map(way -> first(way.by(), way.joined(), most))
                .reduce(Select::unionAll)
                .orElseThrow()
                .asTable("each");
        return db.select(number)
                .from(each)
                .orderBy(value.sort(places().direction()), number.sort(places().direction()))
                .limit(DSL.inline(most))
                .fetchArray(number);
    }

    private Select<Record2<Long, Object>> first(Field<?> field, Condition joined, int most) {
        Places places = places();
        return DSL.select(id.as(MERGED), field.coerce(Object.class).as(Places.VALUE))
                .from(from)
                .where(where.and(joined))
                .and(request.cursor()
                        .filter(cursor -> cursor.value() != null)
                        .map(cursor -> places.beyond(field, cursor))
                        .orElse(field.isNotNull()))
                .orderBy(places.by(field))
                .limit(DSL.inline(most));
    }

    private Part with(Condition among) {
        return new Part(among, places().order(), !along.ways().isEmpty() && dearlySorted());
    }

    private Part without(Condition among) {
        return new Part(sort.isNull().and(among), List.of(id.sort(places().direction())));
    }

    private Places places() {
        return new Places(from, sort, id, request);
    }

    /** The number of rows, known if the first page has them all; at least those seen; negative when it is an estimate. */
    private long count(int seen) {
        if (counted == null) return 0;
        if (request.cursor().isEmpty() && seen < request.fetch()) return seen;
        return new HowMany(db, from, where, counted, met != null).least(seen);
    }
}
