package doppelpass.forecast;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * How likely a deal is won that stands in a stage at an age, from the own history (K31): p = (wins + m·p0) / (n + m) with m =
 * {@value #STRENGTH}.
 *
 * <p>Age is the whole days since the deal entered the stage; bands begin at {@link #BANDS}. The cohort of stage and band are
 * the deals that stood in the stage at least as long as the band begins, were closed within {@link #WINDOW_DAYS} days before
 * the count, and entered the stage at least its maturity ago: the ninth decile (nearest rank) of the days from entering to
 * closing among those deals. Younger ones do not count, else quick refusals would weigh too much. {@code n} are the
 * members, {@code wins} the won ones; p0 is wins by n of the stage whatever the age, and the chance set for the stage
 * where it has no history. Four digits, half up.
 *
 * @param fromDay where the band begins
 */
public record Chance(long stageId, int fromDay, int n, int wins, BigDecimal p) {
    public static final List<Integer> BANDS = List.of(0, 14, 30, 60, 120);
    public static final int WINDOW_DAYS = 730;
    private static final int STRENGTH = 20;
    private static final int DIGITS = 4;

    static Chance of(long stage, int fromDay, int n, int wins, BigDecimal p0) {
        BigDecimal strength = BigDecimal.valueOf(STRENGTH);
        BigDecimal p = BigDecimal.valueOf(wins)
                .add(strength.multiply(p0))
                .divide(BigDecimal.valueOf(n).add(strength), DIGITS, RoundingMode.HALF_UP);
        return new Chance(stage, fromDay, n, wins, p);
    }

    /** The company's rate of a stage; {@code set} in percent where there is no history. */
    static BigDecimal p0(int n, int wins, int set) {
        return n == 0
                ? BigDecimal.valueOf(set).movePointLeft(2)
                : BigDecimal.valueOf(wins).divide(BigDecimal.valueOf(n), 10, RoundingMode.HALF_UP);
    }

    /** The band a deal of this age is in. */
    static int band(long days) {
        return BANDS.stream().filter(from -> from <= days).reduce(0, (a, b) -> b);
    }

    /** What an amount is worth at this chance, half up. */
    long weighted(long amountMinor) {
        return BigDecimal.valueOf(amountMinor)
                .multiply(p)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
