package doppelpass.targets;

import doppelpass.kpi.Unit;
import doppelpass.web.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormatSymbols;
import java.util.Currency;
import java.util.Locale;

/** Values as planners type them: money in full units, shares in percent, the reader's own decimal sign. */
final class PlanText {
    private PlanText() {}

    static BigDecimal read(String text, Unit unit, Locale locale, Currency currency) {
        DecimalFormatSymbols signs = DecimalFormatSymbols.getInstance(locale);
        String plain = text.replaceAll("[\\s\\u00a0\\u202f%€$]", "")
                .replace(String.valueOf(signs.getGroupingSeparator()), "")
                .replace(signs.getDecimalSeparator(), '.')
                .replace('−', '-');
        try {
            BigDecimal value = new BigDecimal(plain);
            if (value.precision() > 18) throw new NumberFormatException("too long");
            return switch (unit) {
                case MONEY ->
                    value.movePointRight(currency.getDefaultFractionDigits()).setScale(0, RoundingMode.HALF_EVEN);
                case PERCENT -> value.movePointLeft(2);
                default -> value;
            };
        } catch (NumberFormatException e) {
            throw Refusal.of("targets.error.number", text);
        }
    }

    static String write(BigDecimal value, Unit unit, Locale locale, Currency currency) {
        BigDecimal shown = switch (unit) {
            case MONEY -> value.movePointLeft(currency.getDefaultFractionDigits());
            case PERCENT -> value.movePointRight(2);
            default -> value;
        };
        String plain = shown.stripTrailingZeros().toPlainString();
        return plain.replace('.', DecimalFormatSymbols.getInstance(locale).getDecimalSeparator());
    }
}
