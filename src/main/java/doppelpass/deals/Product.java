package doppelpass.deals;

import org.jspecify.annotations.Nullable;

/** Something sold. Price and cost are net, in minor units of the organisation's currency. */
public record Product(
        long id,
        String name,
        @Nullable String code,
        @Nullable Long priceMinor,
        @Nullable Long costMinor,
        boolean active) {

    /** What remains of the price after its cost, as a share of the price; null where one of them is unknown or zero. */
    public @Nullable Double margin() {
        return priceMinor == null || costMinor == null || priceMinor == 0
                ? null
                : (priceMinor - costMinor) / (double) priceMinor;
    }
}
