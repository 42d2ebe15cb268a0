package doppelpass.deals;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Something sold. List price and cost are net, for one unit, in minor units of the organisation's currency; {@code line}
 * is the product line, {@code unit} what one is called, such as piece or hour.
 */
public record Product(
        long id,
        String name,
        @Nullable String code,
        @Nullable String line,
        @Nullable String unit,
        @Nullable Long priceMinor,
        @Nullable Long costMinor,
        boolean active) {

    /** What remains of the price after its cost, as a share of the price; null where one of them is unknown or zero. */
    public @Nullable BigDecimal margin() {
        return priceMinor == null || costMinor == null ? null : Margin.rate(priceMinor, costMinor);
    }
}
