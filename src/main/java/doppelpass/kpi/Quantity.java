package doppelpass.kpi;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A value (null: undefined), the number of facts behind it, and for shares how many of them hit. */
record Quantity(
        @Nullable BigDecimal value, long n, @Nullable Long hits) {
    static final Quantity NONE = new Quantity(null, 0, null);
    static final Quantity ZERO = new Quantity(BigDecimal.ZERO, 0, null);

    static Quantity of(@Nullable BigDecimal value, long n) {
        return new Quantity(value, n, null);
    }
}
