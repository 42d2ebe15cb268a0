package doppelpass.kpi;

import static doppelpass.kpi.FactSource.GROUP;
import static doppelpass.kpi.FactSource.HAPPENED;
import static doppelpass.kpi.FactSource.ID;
import static doppelpass.kpi.FactSource.PLACE;
import static doppelpass.kpi.FactSource.RECORD;
import static doppelpass.kpi.FactSource.SUBJECT;
import static doppelpass.kpi.FactSource.TITLE;
import static doppelpass.kpi.FactSource.VALUE;
import static org.jooq.impl.DSL.boolOr;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;

import doppelpass.core.Period;
import doppelpass.kpi.Formula.Facts;
import doppelpass.kpi.Formula.Stock;
import doppelpass.kpi.plug.Measure;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Row2;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * What is open at the end of each period: every known fact up to then replayed per subject, the latest state counts, and a
 * closing state ends a subject whatever order the dates are in.
 */
final class StockSource {
    private static final Field<String> STATE = field(name("state"), SQLDataType.CLOB);
    private static final Field<Boolean> CLOSED = field(name("closed"), Boolean.class);
    private static final Field<Instant> AT = field(name("instants", "at"), SQLDataType.INSTANT);

    private StockSource() {}

    static Table<Record> open(Stock stock, Measure measure, Grid grid) {
        Measure.States states = Objects.requireNonNull(measure.states(), () -> measure.key() + " has no states");
        Field<Long> subject = FactSource.subject(measure, stock.subject());
        Table<Record> known = FactSource.known(
                measure,
                new Facts(stock.measure(), null, Map.of()),
                grid,
                null,
                List.of(states.state().as(STATE), subject.as(SUBJECT)));
        Field<Integer> place = field(name("instants", "place"), Integer.class);
        Field<Instant> at = field(name("at"), SQLDataType.INSTANT);
        Table<Record> latest = select(
                        place.as(PLACE),
                        AT.as(at),
                        SUBJECT,
                        max(HAPPENED).as(HAPPENED),
                        max(TITLE).as(TITLE))
                .select(
                        latest(STATE).as(STATE),
                        latest(GROUP).as(GROUP),
                        max(RECORD).as(RECORD))
                .select(boolOr(STATE.in(states.closing())).as(CLOSED))
                .from(known)
                .join(instants(grid))
                .on(HAPPENED.lt(AT))
                .where(SUBJECT.isNotNull())
                .groupBy(place, AT, SUBJECT)
                .asTable("latest");
        return select(List.of(
                        PLACE,
                        GROUP,
                        SUBJECT.as(ID),
                        RECORD,
                        TITLE,
                        HAPPENED,
                        inline((BigDecimal) null).as(VALUE)))
                .from(latest)
                .where(open(stock, at))
                .asTable("open");
    }

    private static Condition open(Stock stock, Field<Instant> at) {
        Condition open = STATE.in(stock.states()).and(not(coalesce(CLOSED, inline(false))));
        return stock.idle() == null
                ? open
                : open.and(HAPPENED.lt(
                        field("{0} - make_interval(days => {1})", Instant.class, at, DSL.val(stock.idle()))));
    }

    private static Field<String> latest(Field<String> column) {
        return field(
                "(array_agg({0} order by {1} desc, {2} desc) filter (where {3} is not null))[1]",
                SQLDataType.CLOB, column, HAPPENED, ID, column);
    }

    /** The ends of the periods; a running one ends now. */
    private static Table<?> instants(Grid grid) {
        Instant horizon = grid.horizon().plusMillis(1);
        List<Row2<Integer, Instant>> rows = new ArrayList<>();
        for (Period period : grid.periods()) {
            Instant end = period.to(grid.zone());
            rows.add(DSL.row(rows.size(), end.isBefore(horizon) ? end : horizon));
        }
        return DSL.values(rows.toArray(Row2[]::new)).as("instants", "place", "at");
    }
}
