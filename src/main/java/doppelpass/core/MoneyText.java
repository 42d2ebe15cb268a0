package doppelpass.core;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Amounts as people type them into forms, German or English: {@code 1.234,50}, {@code 1,234.50}, {@code -80 €}. A single
 * separator before exactly three digits groups thousands; before one or two it starts the cents.
 */
public final class MoneyText {
    private static final Pattern PLAIN = Pattern.compile("-?\\d{1,12}(\\.\\d{1,2})?");
    private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}([.,]\\d{3})+([.,]\\d{1,2})?");

    private MoneyText() {}

    /** In minor units of the currency; empty when it is not an amount. */
    public static Optional<Long> minor(String text, Currency currency) {
        String typed =
                text.replaceAll("[\\s\\u00a0\\u202f'’€$£]|EUR|CHF|USD|GBP", "").replace('−', '-');
        String plain = typed.replace(',', '.');
        if (GROUPED.matcher(typed).matches()) {
            boolean cents = typed.matches(".*[.,]\\d{1,2}");
            int end = cents ? Math.max(typed.lastIndexOf('.'), typed.lastIndexOf(',')) : typed.length();
            plain = typed.substring(0, end).replaceAll("[.,]", "")
                    + typed.substring(end).replace(',', '.');
        }
        return PLAIN.matcher(plain).matches()
                ? Optional.of(new BigDecimal(plain)
                        .movePointRight(currency.getDefaultFractionDigits())
                        .longValue())
                : Optional.empty();
    }

    /** As {@link #minor}, for what cannot be below zero. */
    public static Optional<Long> unsigned(String text, Currency currency) {
        return minor(text, currency).filter(minor -> minor >= 0);
    }

    /** As it stands in a form's field; {@link #minor} reads it back. */
    public static String text(long minor, Currency currency) {
        int digits = currency.getDefaultFractionDigits();
        BigDecimal amount = BigDecimal.valueOf(minor, digits);
        boolean whole = amount.stripTrailingZeros().scale() <= 0;
        return amount.setScale(whole ? 0 : digits, java.math.RoundingMode.UNNECESSARY)
                .toPlainString();
    }
}
