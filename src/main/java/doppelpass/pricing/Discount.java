package doppelpass.pricing;

import doppelpass.core.MoneyText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is taken off: a part in percent, or an amount in minor units; never both. */
public record Discount(
        @Nullable BigDecimal percent, @Nullable Long minor) {
    public static final Discount NONE = new Discount(null, null);
    private static final Pattern PERCENT = Pattern.compile("\\d{1,3}([.,]\\d{1,2})?\\s*%");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public static Discount percent(String percent) {
        return new Discount(new BigDecimal(percent), null);
    }

    public static Discount amount(long minor) {
        return new Discount(null, minor);
    }

    /** Of so much, in minor units; a part of a cent is rounded half up. */
    public long of(long fullMinor) {
        if (minor != null) return minor;
        return percent == null
                ? 0
                : BigDecimal.valueOf(fullMinor)
                        .multiply(percent)
                        .divide(HUNDRED, 0, RoundingMode.HALF_UP)
                        .longValueExact();
    }

    public boolean none() {
        return percent == null && minor == null;
    }

    /** {@code 10 %} or {@code 50,00}; nothing is no discount, and what is neither is empty. */
    static Optional<Discount> parse(String typed, Currency currency) {
        if (typed.isBlank()) return Optional.of(NONE);
        if (!PERCENT.matcher(typed.strip()).matches())
            return MoneyText.unsigned(typed, currency).map(minor -> minor == 0 ? NONE : amount(minor));
        BigDecimal percent = new BigDecimal(typed.replaceAll("[\\s%]", "").replace(',', '.'));
        if (percent.compareTo(HUNDRED) > 0) return Optional.empty();
        return Optional.of(percent.signum() == 0 ? NONE : new Discount(percent, null));
    }

    /** As {@link #parse} reads it back. */
    public String text(Currency currency) {
        if (percent != null) return percent.stripTrailingZeros().toPlainString() + " %";
        return minor == null ? "" : MoneyText.text(minor, currency);
    }
}
