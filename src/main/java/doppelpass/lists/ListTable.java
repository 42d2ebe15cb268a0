package doppelpass.lists;

import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.database.Keyset;
import doppelpass.lists.plug.Calendar;
import doppelpass.lists.plug.Column;
import doppelpass.lists.plug.Editing;
import doppelpass.lists.plug.Listing;
import doppelpass.lists.plug.Meant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The SQL of every list: only the columns that are shown are read. */
@Component
class ListTable {
    private static final int PORTION = 1_000;

    private final DSLContext db;

    ListTable(DSLContext db) {
        this.db = db;
    }

    Page<ListRow> page(Listing listing, List<Column> columns, Meant meant, PageRequest request) {
        Keyset keyset = keyset(listing, meant.where(), request);
        if (meant.met().isPresent()) keyset = keyset.met(meant.met().get());
        if (meant.counted().isPresent())
            keyset = keyset.counting(meant.counted().get());
        return keyset.fetch(fields(listing, columns), r -> row(r, columns), ListRow::id);
    }

    /** The same for programs, who are told the number of all only if they ask. */
    Page<ListRow> page(Listing listing, List<Column> columns, Condition where, PageRequest request, boolean counted) {
        Keyset keyset = keyset(listing, where, request);
        return (counted ? keyset : keyset.uncounted())
                .fetch(fields(listing, columns), r -> row(r, columns), ListRow::id);
    }

    private Keyset keyset(Listing listing, Condition where, PageRequest request) {
        Column column = listing.column(request.sort()).orElseThrow();
        return new Keyset(db, listing.table(), where, column.sort(), listing.id(), request).along(column.along());
    }

    Set<Long> ids(Listing listing, Condition where, Collection<Long> ids) {
        return db.select(listing.id())
                .from(listing.table())
                .where(where.and(listing.id().in(ids)))
                .fetchSet(listing.id());
    }

    long count(Listing listing, Condition where) {
        return db.fetchCount(listing.table(), where);
    }

    /** Every record in the order of the list, read in portions: memory stays the same however many there are. */
    void each(Listing listing, List<Column> columns, Condition where, PageRequest request, Consumer<ListRow> use) {
        Field<?> sort = Objects.requireNonNull(listing.sorts().get(request.sort()));
        try (Cursor<Record> rows = db.select(fields(listing, columns))
                .from(listing.table())
                .where(where)
                .orderBy(
                        request.descending()
                                ? sort.desc().nullsLast()
                                : sort.asc().nullsLast(),
                        request.descending()
                                ? listing.id().desc()
                                : listing.id().asc())
                .fetchSize(PORTION)
                .fetchLazy()) {
            for (Record row : rows) use.accept(row(row, columns));
        }
    }

    /** The records of some days with the columns their calendar shows, in its order. */
    List<CalendarPage.Entry> between(
            Listing listing, Calendar calendar, Condition where, LocalDate from, LocalDate to, ZoneId zone, int most) {
        List<Column> columns = calendar.shown().stream()
                .flatMap(name -> listing.column(name).stream())
                .toList();
        return db.select(fields(listing, columns))
                .select(calendar.on().as("day"))
                .from(listing.table())
                .where(where.and(calendar.within(from, to, zone)))
                .orderBy(calendar.on(), listing.id())
                .limit(most)
                .fetch(r -> new CalendarPage.Entry(calendar.day(r.get("day"), zone), row(r, columns)));
    }

    /** One record with these columns, whatever the list's filters say, if the reader may see it. */
    Optional<ListRow> row(Listing listing, List<Column> columns, long id, Condition seen) {
        return db.select(fields(listing, columns))
                .from(listing.table())
                .where(listing.id().eq(id).and(seen))
                .fetchOptional(r -> row(r, columns));
    }

    Map<Long, ListRow> rows(Listing listing, List<Column> columns, List<Long> ids, Condition seen) {
        Map<Long, ListRow> rows = new HashMap<>();
        db.select(fields(listing, columns))
                .from(listing.table())
                .where(listing.id().in(ids).and(seen))
                .fetch(r -> row(r, columns))
                .forEach(row -> rows.put(row.id(), row));
        return rows;
    }

    /** Until the end of the transaction nobody else writes a cell of these records. */
    void lock(Listing listing, Collection<Long> ids) {
        db.fetch(
                "select pg_advisory_xact_lock(?, key) from (select key from unnest(?::int[]) key order by key) keys",
                ("lists." + listing.name()).hashCode(),
                ids.stream().map(id -> id.hashCode()).toArray(Integer[]::new));
    }

    /** What is stored where a cell writes. */
    Optional<Object> stored(Listing listing, Field<?> value, long id) {
        return db.select(value)
                .from(listing.table())
                .where(listing.id().eq(id))
                .fetchOptional()
                .map(r -> r.get(0));
    }

    /** The same of many, as it is typed; what the reader may not see is left out. */
    Map<Long, String> stored(Listing listing, Field<?> value, Collection<Long> ids, Condition seen) {
        Map<Long, String> stored = new HashMap<>();
        db.select(listing.id(), value)
                .from(listing.table())
                .where(listing.id().eq(DSL.any(ids.toArray(Long[]::new))).and(seen))
                .forEach(r -> stored.put(Objects.requireNonNull(r.value1()), Editing.typed(r.get(1))));
        return stored;
    }

    private static List<Field<?>> fields(Listing listing, List<Column> columns) {
        List<Field<?>> fields = new ArrayList<>(List.of(listing.id()));
        for (Column column : columns) {
            for (Field<?> read : column.reads()) fields.add(read.as("c" + fields.size()));
        }
        return fields;
    }

    private static ListRow row(Record r, List<Column> columns) {
        List<Cell> cells = new ArrayList<>();
        int place = 1;
        for (Column column : columns) {
            List<Object> values = new ArrayList<>();
            for (int i = 0; i < column.reads().size(); i++) values.add(r.get(place++));
            cells.add(new Cell(column, values));
        }
        return new ListRow((Long) Objects.requireNonNull(r.get(0)), cells);
    }
}
