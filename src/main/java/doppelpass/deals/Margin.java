package doppelpass.deals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** What remains of a net amount after its cost. */
public final class Margin {
    private static final int DIGITS = 4;

    private Margin() {}

    /** (net − cost) / net, half up to four digits (35.67 % is 0.3567); null for nothing, of which there is no share. */
    public static @Nullable BigDecimal rate(long netMinor, long costMinor) {
        return netMinor == 0
                ? null
                : BigDecimal.valueOf(netMinor)
                        .subtract(BigDecimal.valueOf(costMinor))
                        .divide(BigDecimal.valueOf(netMinor), DIGITS, RoundingMode.HALF_UP);
    }
}
