package doppelpass.kpi;

import static doppelpass.kpi.FactSource.GROUP;
import static doppelpass.kpi.FactSource.HAPPENED;
import static doppelpass.kpi.FactSource.HIT;
import static doppelpass.kpi.FactSource.ID;
import static doppelpass.kpi.FactSource.PLACE;
import static doppelpass.kpi.FactSource.RECORD;
import static doppelpass.kpi.FactSource.TITLE;
import static doppelpass.kpi.FactSource.VALUE;
import static org.jooq.impl.DSL.avg;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.percentileCont;
import static org.jooq.impl.DSL.sum;

import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.database.Keyset;
import doppelpass.kpi.Cells.Cell;
import doppelpass.kpi.Formula.Conversion;
import doppelpass.kpi.Formula.Elapsed;
import doppelpass.kpi.Formula.Fold;
import doppelpass.kpi.Formula.How;
import doppelpass.kpi.Formula.Stock;
import doppelpass.kpi.plug.Measure;
import doppelpass.kpi.plug.TermFacts.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL on the modules' facts: one query a question, however many periods and groups. */
@Component
class FactTable {
    private final DSLContext db;
    private final MeasureList measures;
    private final BusinessClocks clocks;

    FactTable(DSLContext db, MeasureList measures, BusinessClocks clocks) {
        this.db = db;
        this.measures = measures;
        this.clocks = clocks;
    }

    /** The same with other measures in place of some. */
    FactTable with(Map<String, Measure> others) {
        return new FactTable(db, measures.with(others), clocks);
    }

    /** When each of the subjects first had a fact of this kind. */
    Map<Long, Instant> first(Kind kind, String about, Collection<Long> subjects) {
        Measure measure = measures.get(kind.measure());
        Field<Long> subject = FactSource.subject(measure, about);
        Field<Instant> first = DSL.min(FactSource.instant(measure));
        Field<Instant> replaced = measure.replaced();
        return db.select(subject, first)
                .from(measure.facts())
                .where(Supposed.of(kind, measure))
                .and(replaced == null ? DSL.noCondition() : replaced.isNull())
                .and(subject.eq(DSL.any(DSL.val(subjects.toArray(Long[]::new), Long[].class))))
                .groupBy(subject)
                .fetchMap(subject, first);
    }

    /** What a part of a figure comes to in each place of the grid. */
    Cells cells(Formula part, Grid grid) {
        return switch (part) {
            case Fold fold -> fold(fold, grid);
            case Elapsed elapsed -> elapsed(elapsed, grid);
            case Stock stock -> stock(stock, grid);
            case Conversion conversion -> conversion(conversion, grid);
            default -> throw new IllegalArgumentException("No facts behind " + part);
        };
    }

    /** What an empty set of facts comes to. */
    static Quantity empty(Formula part) {
        boolean zero = part instanceof Stock
                || part instanceof Fold fold && (fold.how() == How.COUNT || fold.how() == How.SUM);
        return zero ? Quantity.ZERO : Quantity.NONE;
    }

    private Cells fold(Fold fold, Grid grid) {
        Table<Record> facts = source(fold, grid);
        Field<BigDecimal> value = switch (fold.how()) {
            case COUNT -> count().cast(SQLDataType.NUMERIC);
            case SUM -> coalesce(sum(VALUE), BigDecimal.ZERO);
            case TOTAL -> sum(VALUE);
            case AVERAGE -> avg(VALUE);
            case MEDIAN -> percentile(0.5);
            case P90 -> percentile(0.9);
        };
        return cells(facts, value, fold.how() == How.COUNT ? count() : count(VALUE), null, empty(fold));
    }

    private Cells conversion(Conversion conversion, Grid grid) {
        // whether a member is a hit costs a look-up: it is asked once
        Field<Integer> hits = count().filterWhere(HIT);
        Field<BigDecimal> share = hits.cast(SQLDataType.NUMERIC).div(count());
        return cells(source(conversion, grid), share, count(), hits, empty(conversion));
    }

    private Cells stock(Stock stock, Grid grid) {
        return cells(source(stock, grid), count().cast(SQLDataType.NUMERIC), count(), null, empty(stock));
    }

    private Cells elapsed(Elapsed elapsed, Grid grid) {
        Map<Cell, List<BigDecimal>> hours = new HashMap<>();
        Set<Integer> running = new HashSet<>();
        Measure measure = measures.get(elapsed.facts().measure());
        Measure.Span span = Objects.requireNonNull(measure.spans().get(elapsed.span()));
        Table<Record> facts =
                FactSource.placed(measure, elapsed.facts(), grid, null, List.of(span.from(), span.to(), span.team()));
        Field<Instant> from = column(span.from());
        Field<Instant> to = column(span.to());
        Field<Long> team = column(span.team());
        var clock = clocks.open();
        db.select(PLACE, GROUP, from, to, team).from(facts).forEach(r -> {
            Instant end = r.get(to);
            if (end == null || end.isAfter(grid.horizon())) running.add(r.get(PLACE));
            hours.computeIfAbsent(cell(r), c -> new ArrayList<>())
                    .add(clock.hours(Objects.requireNonNull(r.get(from)), end, r.get(team), grid.horizon()));
        });
        Map<Cell, Quantity> filled = new HashMap<>();
        hours.forEach((cell, values) ->
                filled.put(cell, Quantity.of(Folding.fold(elapsed.how(), values), values.size())));
        return new Cells(filled, empty(elapsed), running);
    }

    /** The facts behind a part of a figure; a null group means all. */
    Page<FactRow> rows(Formula part, Grid grid, @Nullable String group, PageRequest request) {
        Table<Record> facts = source(part, grid);
        Condition where = group == null ? DSL.noCondition() : group.isEmpty() ? GROUP.isNull() : GROUP.eq(group);
        boolean hits = part instanceof Conversion;
        Field<?> sort = switch (request.sort()) {
            case "title" -> TITLE;
            case "value" -> VALUE;
            default -> HAPPENED;
        };
        return new Keyset(db, facts, where, sort, ID, request)
                .fetch(
                        hits
                                ? List.of(ID, RECORD, TITLE, HAPPENED, VALUE, HIT)
                                : List.of(ID, RECORD, TITLE, HAPPENED, VALUE),
                        r -> new FactRow(
                                r.get(ID),
                                r.get(RECORD),
                                r.get(TITLE),
                                r.get(HAPPENED),
                                r.get(VALUE),
                                hits ? r.get(HIT) : null),
                        FactRow::id);
    }

    private Table<Record> source(Formula part, Grid grid) {
        return switch (part) {
            case Fold fold -> {
                Measure measure = measures.get(fold.facts().measure());
                Field<? extends Number> value = fold.value() == null
                        ? null
                        : Objects.requireNonNull(measure.values().get(fold.value()));
                yield FactSource.placed(measure, fold.facts(), grid, value, List.of());
            }
            case Elapsed elapsed ->
                FactSource.placed(measures.get(elapsed.facts().measure()), elapsed.facts(), grid, null, List.of());
            case Conversion c ->
                FactSource.cohort(c, measures.get(c.from().measure()), measures.get(c.to().measure()), grid);
            case Stock stock -> StockSource.open(stock, measures.get(stock.measure()), grid);
            default -> throw new IllegalArgumentException("No facts behind " + part);
        };
    }

    /** Whether each fact is a hit is looked up once: PostgreSQL would do it anew for every sum that asks, but for the offset. */
    private static Table<Record> judged(Table<Record> facts) {
        return DSL.select(facts.fields()).from(facts).offset(DSL.inline(0)).asTable(facts.getName());
    }

    private Cells cells(
            Table<Record> facts,
            Field<BigDecimal> value,
            Field<Integer> n,
            @Nullable Field<Integer> hits,
            Quantity empty) {
        Map<Cell, Quantity> filled = new HashMap<>();
        db.select(
                        PLACE,
                        GROUP,
                        value.as("result"),
                        n.as("n"),
                        (hits == null ? DSL.inline((Integer) null) : hits).as("hits"))
                .from(hits == null ? facts : judged(facts))
                .groupBy(PLACE, GROUP)
                .forEach(r -> filled.put(
                        cell(r),
                        new Quantity(
                                r.get("result", BigDecimal.class), r.get("n", Long.class), r.get("hits", Long.class))));
        return new Cells(filled, empty);
    }

    private static <V> Field<V> column(Field<V> of) {
        return field(DSL.name(of.getName()), of.getDataType());
    }

    private static Cell cell(Record r) {
        return new Cell(r.get(PLACE), r.get(GROUP));
    }

    private static Field<BigDecimal> percentile(double share) {
        return field("{0}", SQLDataType.NUMERIC, percentileCont(share).withinGroupOrderBy(VALUE));
    }
}
