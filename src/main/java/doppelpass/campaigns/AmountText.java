package doppelpass.campaigns;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

/** Amounts as people type them, in German {@code 1.234,56}, in English {@code 1,234.56}. */
final class AmountText {
    private AmountText() {}

    /** Minor units; empty when it is no amount of this currency. A point before one or two digits is never a group. */
    static Optional<Long> parse(String typed, String language, Currency currency) {
        boolean german = language.equals("de");
        String group = german ? "." : ",";
        String point = german ? "," : ".";
        String text = typed.strip().replace('−', '-').replaceAll("[\\s\\u00a0\\u202f']", "");
        int digits = currency.getDefaultFractionDigits();
        String fraction = digits == 0 ? "" : "(\\" + point + "\\d{1," + digits + "})?";
        String plain;
        if (text.matches("-?\\d{1,15}" + fraction)
                || text.matches("-?\\d{1,3}(\\" + group + "\\d{3}){1,4}" + fraction)) {
            plain = text.replace(group, "").replace(point, ".");
        } else if (digits > 0 && text.matches("-?\\d{1,15}\\" + group + "\\d{1,2}")) {
            plain = text.replace(group, ".");
        } else {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(plain).movePointRight(digits).longValueExact());
    }

    /** As it is typed into a field, without groups. */
    static String format(long minor, String language, Currency currency) {
        NumberFormat format = NumberFormat.getInstance(Locale.forLanguageTag(language));
        format.setGroupingUsed(false);
        format.setMinimumFractionDigits(currency.getDefaultFractionDigits());
        format.setMaximumFractionDigits(currency.getDefaultFractionDigits());
        return format.format(BigDecimal.valueOf(minor, currency.getDefaultFractionDigits()));
    }
}
