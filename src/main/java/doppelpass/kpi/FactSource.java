package doppelpass.kpi;

import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import doppelpass.core.Period;
import doppelpass.kpi.Formula.Conversion;
import doppelpass.kpi.Formula.Facts;
import doppelpass.kpi.plug.Measure;
import doppelpass.kpi.plug.Timing;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Row3;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Turns a measure and a question into one derived table: the known facts that count, each with its place in the grid and
 * its group. What the columns are called is the same for all measures.
 */
final class FactSource {
    static final Field<Long> ID = field(name("id"), Long.class);
    static final Field<Long> RECORD = field(name("record"), Long.class);
    static final Field<Long> SUBJECT = field(name("subject"), Long.class);
    static final Field<String> TITLE = field(name("title"), SQLDataType.CLOB);
    static final Field<Integer> PLACE = field(name("place"), Integer.class);
    static final Field<String> GROUP = field(name("grp"), SQLDataType.CLOB);
    static final Field<Instant> HAPPENED = field(name("happened"), SQLDataType.INSTANT);
    static final Field<BigDecimal> VALUE = field(name("value"), SQLDataType.NUMERIC);
    static final Field<Boolean> HIT = field(name("hit"), Boolean.class);
    static final Field<LocalDate> FIRST = field(name("first_day"), SQLDataType.LOCALDATE);
    static final Field<LocalDate> LAST = field(name("last_day"), SQLDataType.LOCALDATE);

    private FactSource() {}

    /** Facts placed in the grid; {@code extra} columns of the measure come along. */
    static Table<Record> placed(
            Measure measure, Facts facts, Grid grid, @Nullable Field<? extends Number> value, List<Field<?>> extra) {
        Table<Record> known = known(measure, facts, grid, value, extra);
        return switch (measure.timing()) {
            case Timing.At at ->
                select(place(HAPPENED, instants(grid)))
                        .select(known.fields())
                        .from(known)
                        .where(HAPPENED.ge(val(grid.whole().from(grid.zone()))))
                        .and(HAPPENED.lt(val(grid.whole().to(grid.zone()))))
                        .asTable("placed");
            case Timing.On on ->
                select(place(FIRST, days(grid)))
                        .select(known.fields())
                        .from(known)
                        .where(FIRST.ge(grid.whole().from()))
                        .and(FIRST.lt(grid.whole().to()))
                        .asTable("placed");
            case Timing.Over over -> spread(known, grid);
        };
    }

    /** Cohort: the first entry of each subject, and whether a later entry into the goal followed in time. */
    static Table<Record> cohort(Conversion c, Measure from, Measure to, Grid grid) {
        Facts entry = new Facts(c.from().measure(), c.subject(), c.from().where());
        Table<Record> members = placed(from, entry, grid, null, List.of());
        Field<Long> subject = subject(to, c.subject());
        Field<Instant> reached = instant(to);
        Field<Instant> entered = Objects.requireNonNull(members.field(HAPPENED));
        Condition inTime = c.days() == null
                ? noCondition()
                : reached.le(field("{0} + make_interval(days => {1})", Instant.class, entered, val(c.days())));
        Condition followed = exists(selectOne()
                .from(to.facts())
                .where(conditions(to, c.to(), grid))
                .and(subject.eq(members.field(SUBJECT)))
                .and(reached.ge(entered))
                .and(inTime));
        return select(members.fields())
                .select(field(followed).as(HIT))
                .from(members)
                .asTable("cohort");
    }

    /** Known facts under common column names, only each subject's first if so asked. */
    static Table<Record> known(
            Measure measure, Facts facts, Grid grid, @Nullable Field<? extends Number> value, List<Field<?>> extra) {
        List<SelectFieldOrAsterisk> columns = new ArrayList<>(List.of(
                measure.id().as(ID),
                measure.linked().as(RECORD),
                measure.title().as(TITLE),
                group(measure, grid).as(GROUP),
                (value == null ? inline((BigDecimal) null) : value.cast(SQLDataType.NUMERIC)).as(VALUE)));
        columns.addAll(times(measure.timing()));
        columns.addAll(extra);
        Condition conditions = conditions(measure, facts, grid);
        if (facts.first() == null) {
            return select(columns).from(measure.facts()).where(conditions).asTable("known");
        }
        Field<Long> subject = subject(measure, facts.first());
        columns.add(subject.as(SUBJECT));
        Table<Record> within = select(columns)
                .from(measure.facts())
                .where(conditions)
                .and(subject.isNotNull())
                .and(within(measure, grid))
                .asTable("known");
        // a fact that is its own subject is the only one it has
        return subject.equals(measure.id()) ? within : first(measure, subject, conditions, within);
    }

    /** Those that no earlier fact of the same subject goes before: a short period does not read all history. */
    private static Table<Record> first(
            Measure measure, Field<Long> subject, Condition conditions, Table<Record> within) {
        Condition earlier = exists(selectOne()
                .from(measure.facts())
                .where(conditions)
                .and(subject.eq(within.field(SUBJECT)))
                .and(DSL.row(instant(measure), measure.id()).lt(within.field(HAPPENED), within.field(ID))));
        return select(within.fields()).from(within).where(not(earlier)).asTable("known");
    }

    private static Condition within(Measure measure, Grid grid) {
        Field<Instant> instant = instant(measure);
        return instant.ge(val(grid.whole().from(grid.zone())))
                .and(instant.lt(val(grid.whole().to(grid.zone()))));
    }

    static Condition conditions(Measure measure, Facts facts, Grid grid) {
        return DSL.and(Stream.concat(
                        Stream.of(recorded(measure, grid)),
                        facts.where().entrySet().stream()
                                .map(filter ->
                                        dimension(measure, filter.getKey()).in(filter.getValue())))
                .toList());
    }

    static Field<Instant> instant(Measure measure) {
        if (measure.timing() instanceof Timing.At at) return at.instant();
        throw new IllegalArgumentException(measure.key() + " has no instant, so it has no first fact and no cohort");
    }

    static Field<Long> subject(Measure measure, String name) {
        return Objects.requireNonNull(measure.subjects().get(name), () -> measure.key() + " is not about " + name);
    }

    /** As known at a moment: recorded by then and not replaced by then. */
    private static Condition recorded(Measure measure, Grid grid) {
        Instant moment = grid.asKnownAt();
        Field<Instant> replaced = measure.replaced();
        Condition known = moment == null ? noCondition() : measure.recorded().le(moment);
        if (replaced != null) {
            known = known.and(
                    moment == null ? replaced.isNull() : replaced.isNull().or(replaced.gt(moment)));
        }
        return measure.onlyDue() ? known.and(instant(measure).le(grid.horizon())) : known;
    }

    private static Field<String> dimension(Measure measure, String name) {
        return Objects.requireNonNull(
                measure.dimensions().get(name), () -> measure.key() + " has no dimension " + name);
    }

    private static Field<String> group(Measure measure, Grid grid) {
        return grid.dimension() == null
                ? inline((String) null).cast(SQLDataType.CLOB)
                : nullif(dimension(measure, grid.dimension()), "");
    }

    private static List<Field<?>> times(Timing timing) {
        return switch (timing) {
            case Timing.At at -> List.of(at.instant().as(HAPPENED));
            case Timing.On on ->
                List.of(on.day().as(FIRST), on.day().cast(SQLDataType.INSTANT).as(HAPPENED));
            case Timing.Over over ->
                List.of(
                        over.first().as(FIRST),
                        over.last().as(LAST),
                        over.first().cast(SQLDataType.INSTANT).as(HAPPENED));
        };
    }

    /** Each fact once per period it touches, with the share of its value that falls on the days in it. */
    private static Table<Record> spread(Table<Record> known, Grid grid) {
        Field<Integer> place = field(name("period", "place"), Integer.class);
        Field<LocalDate> from = field(name("period", "from_day"), SQLDataType.LOCALDATE);
        Field<LocalDate> to = field(name("period", "to_day"), SQLDataType.LOCALDATE);
        Field<BigDecimal> share = field(
                "{0} * (least({1} + 1, {2}) - greatest({3}, {4})) / ({1} - {3} + 1)",
                SQLDataType.NUMERIC, VALUE, LAST, to, FIRST, from);
        return select(List.of(place.as(PLACE), ID, RECORD, TITLE, GROUP, HAPPENED, share.as(VALUE)))
                .from(known)
                .join(periods(grid))
                .on(FIRST.lt(to).and(LAST.ge(from)))
                .asTable("placed");
    }

    private static Table<?> periods(Grid grid) {
        List<Row3<Integer, LocalDate, LocalDate>> rows = new ArrayList<>();
        for (Period period : grid.periods()) rows.add(DSL.row(rows.size(), period.from(), period.to()));
        return DSL.values(rows.toArray(Row3[]::new)).as("period", "place", "from_day", "to_day");
    }

    private static <V> Field<Integer> place(Field<V> when, List<Field<V>> bounds) {
        // the bounds are read once, not for each fact
        return field("width_bucket({0}, {1}) - 1", Integer.class, when, field(select(array(bounds))))
                .as(PLACE);
    }

    private static List<Field<Instant>> instants(Grid grid) {
        return grid.periods().stream()
                .<Field<Instant>>map(p -> val(p.from(grid.zone())))
                .toList();
    }

    private static List<Field<LocalDate>> days(Grid grid) {
        return grid.periods().stream().<Field<LocalDate>>map(p -> val(p.from())).toList();
    }
}
