package doppelpass.pricing;

import doppelpass.core.MoneyText;
import doppelpass.web.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * One item of a deal: a product, or free text. Price and cost are those of one unit, net, in minor units; both are what
 * they were when the line was written and do not follow the product.
 */
public record Line(
        long id,
        long dealId,
        @Nullable Long productId,
        String text,
        BigDecimal quantity,
        @Nullable String unit,
        long priceMinor,
        @Nullable Long costMinor,
        Discount discount) {
    static final int LONGEST = 300;
    private static final int SHOWN = 60;
    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(15);

    /** Quantity times price, half up to the minor unit. */
    public long grossMinor() {
        return times(priceMinor);
    }

    /** After the discount of this line. */
    public long netMinor() {
        return grossMinor() - discount.of(grossMinor());
    }

    /** Quantity times cost; null where the cost is unknown. */
    public @Nullable Long totalCostMinor() {
        return costMinor == null ? null : times(costMinor);
    }

    /** Refuses what cannot be: nothing sold, a discount above the price, sums no money has. */
    Line checked() {
        if (text.isBlank() || text.length() > LONGEST) throw Refusal.of("pricing.error.text", LONGEST);
        if (quantity.signum() <= 0) throw Refusal.of("pricing.error.quantity");
        if (exact(Math.max(priceMinor, costMinor == null ? 0 : costMinor)).compareTo(LARGEST) > 0)
            throw Refusal.of("pricing.error.large");
        if (discount.of(grossMinor()) > grossMinor()) throw Refusal.of("pricing.error.discountAbove");
        return this;
    }

    Line costing(@Nullable Long cost) {
        return new Line(id, dealId, productId, text, quantity, unit, priceMinor, cost, discount);
    }

    Line in(long id, long deal) {
        return new Line(id, deal, productId, text, quantity, unit, priceMinor, costMinor, discount);
    }

    /** In signs that every language reads: {@code 3 × Sensor · 120 · −10 %}. */
    String signs(Currency currency) {
        String item = text.length() > SHOWN ? text.substring(0, SHOWN - 1) + "…" : text;
        String less = discount.none() ? "" : " · −" + discount.text(currency);
        return quantity.stripTrailingZeros().toPlainString() + " × " + item + " · "
                + MoneyText.text(priceMinor, currency) + less;
    }

    private long times(long minor) {
        return exact(minor).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    private BigDecimal exact(long minor) {
        return quantity.multiply(BigDecimal.valueOf(minor));
    }
}
