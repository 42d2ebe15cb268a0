package doppelpass.forecast.views;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** One line of the outlook; no month for deals in none. Money in minor units. */
public record Month(
        @Nullable YearMonth month,
        int deals,
        long openMinor,
        long weightedMinor,
        long wonMinor,
        @Nullable Long planMinor) {

    /** Won so far and what the open deals are worth by their chances. */
    public long expectedMinor() {
        return wonMinor + weightedMinor;
    }

    /** If every open deal is won. */
    public long bestMinor() {
        return wonMinor + openMinor;
    }
}
