package doppelpass.forecast;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How good the forecast of a finished month was (K32), at a fixed horizon: the snapshot of its first Monday. Accuracy = 1 −
 * |actual − forecast| / actual, undefined where nothing was won; the error is forecast − actual, so above zero means too
 * hopeful.
 */
public record Accuracy(LocalDate month, long forecastMinor, long actualMinor) {
    private static final int DIGITS = 4;

    public long errorMinor() {
        return forecastMinor - actualMinor;
    }

    public @Nullable BigDecimal accuracy() {
        return actualMinor == 0
                ? null
                : BigDecimal.ONE.subtract(BigDecimal.valueOf(Math.abs(errorMinor()))
                        .divide(BigDecimal.valueOf(actualMinor), DIGITS, RoundingMode.HALF_UP));
    }

    /** The mean of the months that have one. */
    public static @Nullable BigDecimal mean(List<Accuracy> months) {
        List<BigDecimal> known =
                months.stream().map(Accuracy::accuracy).filter(Objects::nonNull).toList();
        return known.isEmpty()
                ? null
                : known.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(known.size()), DIGITS, RoundingMode.HALF_UP);
    }

    /** The mean signed error, to the minor unit, half up. */
    public static @Nullable Long bias(List<Accuracy> months) {
        return months.isEmpty()
                ? null
                : (Long) BigDecimal.valueOf(
                                months.stream().mapToLong(Accuracy::errorMinor).sum())
                        .divide(BigDecimal.valueOf(months.size()), 0, RoundingMode.HALF_UP)
                        .longValueExact();
    }
}
