package doppelpass.lists.plug;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * How a list is laid out by days.
 *
 * @param path what rules call the day or moment, {@code deal.expected_close}
 * @param on the day or moment itself, in the listing's table
 * @param shown the columns an entry is made of: the first with a value names it, the first link leads to the record
 */
public record Calendar(String path, Field<?> on, List<String> shown) {
    public Calendar {
        shown = List.copyOf(shown);
    }

    /** From the first day until before the second, as the clocks of the zone say it. */
    public Condition within(LocalDate from, LocalDate to, ZoneId zone) {
        if (days()) {
            Field<LocalDate> day = on.coerce(LocalDate.class);
            return day.ge(from).and(day.lt(to));
        }
        Field<Instant> at = on.coerce(Instant.class);
        return at.ge(from.atStartOfDay(zone).toInstant())
                .and(at.lt(to.atStartOfDay(zone).toInstant()));
    }

    /** The day of a value read from {@link #on}. */
    public LocalDate day(@Nullable Object value, ZoneId zone) {
        return value instanceof Instant at ? LocalDate.ofInstant(at, zone) : (LocalDate) Objects.requireNonNull(value);
    }

    /** The rule that this day's records meet. */
    public String rule(LocalDate day) {
        return (days() ? path : "date(" + path + ")") + " == date(\"" + day + "\")";
    }

    /** The field alone, {@code expected_close}. */
    String field() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private boolean days() {
        return on.getType() == LocalDate.class;
    }
}
