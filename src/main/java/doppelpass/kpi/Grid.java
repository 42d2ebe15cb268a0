package doppelpass.kpi;

import doppelpass.core.Period;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked: periods that follow one another without a gap, optionally cut by a dimension, today's knowledge or that
 * of an earlier moment ({@code asKnownAt}).
 */
record Grid(
        List<Period> periods,
        ZoneId zone,
        @Nullable String dimension,
        @Nullable Instant asKnownAt,
        Instant now) {

    Grid {
        for (int i = 1; i < periods.size(); i++) {
            if (!periods.get(i).from().equals(periods.get(i - 1).to())) {
                throw new IllegalArgumentException("A gap before " + periods.get(i));
            }
        }
    }

    /** Nothing later than this is known. */
    Instant horizon() {
        return asKnownAt != null && asKnownAt.isBefore(now) ? asKnownAt : now;
    }

    Period whole() {
        return new Period(periods.getFirst().from(), periods.getLast().to());
    }

    /** The periods from one place to another, both included. */
    Grid part(int first, int last) {
        return new Grid(periods.subList(first, last + 1), zone, dimension, asKnownAt, now);
    }

    Grid monthsBack(int months) {
        List<Period> earlier = periods.stream()
                .map(p -> new Period(p.from().minusMonths(months), p.to().minusMonths(months)))
                .toList();
        return new Grid(earlier, zone, dimension, asKnownAt, now);
    }

    /** The twelve months up to the end of this grid's first period, as one and not cut: for lags. */
    Grid yearBefore() {
        Period first = periods.getFirst();
        return new Grid(List.of(new Period(first.to().minusMonths(12), first.to())), zone, null, asKnownAt, now);
    }

    /** Whether the period has begun; the future has no figures. */
    boolean begun(int place) {
        return periods.get(place).from(zone).isBefore(horizon());
    }
}
