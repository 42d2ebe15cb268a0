package doppelpass.deals;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Money as people type it: 12500, 12.500,50, 12,500.50, 12 500. A separator before one or two closing digits is the
 * decimal one; before three it groups.
 */
final class Amount {
    private static final Pattern PLAIN = Pattern.compile("\\d{1,12}(\\.\\d{1,2})?");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}([.,]\\d{3})+([.,]\\d{1,2})?");

    private Amount() {}

    /** In minor units of the currency; empty when it is not an amount. */
    static Optional<Long> minor(String text, Currency currency) {
        String typed = text.replaceAll("[\\s\\u00a0\\u202f'’€$£]|EUR|CHF", "");
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

    /** As it stands in a form's field; the inverse of {@link #minor}. */
    static String text(long minor, Currency currency) {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits())
                .stripTrailingZeros()
                .setScale(minor % 100 == 0 ? 0 : currency.getDefaultFractionDigits())
                .toPlainString();
    }
}
