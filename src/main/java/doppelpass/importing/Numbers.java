package doppelpass.importing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers and money as people and other systems write them: {@code 1.234,56}, {@code $1,117.10K}, {@code (12) EUR}. */
final class Numbers {
    /** Which sign is the decimal one where a single value does not tell. */
    enum Style {
        POINT,
        COMMA
    }

    private static final Pattern SHAPE = Pattern.compile(
            "(?<sign>[-+(]?)\\s*(?<before>[\\p{Sc}]|[A-Za-z]{3}\\s)?\\s*(?<sign2>[-+]?)(?<digits>[0-9][0-9.,'’\\s]*|[.,][0-9]+)"
                    + "(?<exponent>[eE][+-]?\\d{1,2})?\\s*(?<unit>[KkMm]|Tsd\\.?|Mio\\.?|Mrd\\.?|[Bb]n?)?\\s*(?<after>[\\p{Sc}]|[A-Za-z]{3})?\\)?");
    private static final Map<String, Integer> UNITS =
            Map.of("k", 3, "tsd", 3, "tsd.", 3, "m", 6, "mio", 6, "mio.", 6, "b", 9, "bn", 9, "mrd", 9, "mrd.", 9);
    private static final Map<String, String> SYMBOLS =
            Map.of("$", "USD", "€", "EUR", "£", "GBP", "¥", "JPY", "₹", "INR", "₺", "TRY");

    private Numbers() {}

    /** A number and the currency written beside it, if any. */
    record Amount(BigDecimal value, @Nullable String currency) {}

    static Optional<Amount> read(String text, Style style) {
        Matcher m = SHAPE.matcher(text.strip().replace('\u2212', '-').replace('\u00a0', ' '));
        boolean sound = m.matches()
                && m.group("sign").equals("(") == text.strip().endsWith(")")
                && (m.group("sign").isEmpty() || m.group("sign2").isEmpty());
        if (!sound) {
            return Optional.empty();
        }
        return plain(m.group("digits"), style).map(digits -> {
            BigDecimal value = new BigDecimal(digits + (m.group("exponent") == null ? "" : m.group("exponent")));
            String unit = m.group("unit");
            BigDecimal scaled =
                    unit == null ? value : value.movePointRight(UNITS.getOrDefault(unit.toLowerCase(Locale.ROOT), 0));
            boolean negative = !m.group("sign").isEmpty() && !m.group("sign").equals("+")
                    || m.group("sign2").equals("-");
            return new Amount(negative ? scaled.negate() : scaled, currency(m));
        });
    }

    private static @Nullable String currency(Matcher m) {
        String written = m.group("before") != null ? m.group("before") : m.group("after");
        if (written == null) {
            return null;
        }
        String code = written.strip();
        return SYMBOLS.getOrDefault(code, code.toUpperCase(Locale.ROOT));
    }

    /** Digits with a point as decimal sign; empty where the groups make no sense, such as {@code 1.23.456}. */
    private static Optional<String> plain(String written, Style style) {
        String digits = written.replaceAll("[\\s'’]", "");
        int point = digits.lastIndexOf('.');
        int comma = digits.lastIndexOf(',');
        if (point < 0 && comma < 0) {
            return Optional.of(digits);
        }
        if (point >= 0 && comma >= 0) {
            return grouped(digits, point > comma ? '.' : ',');
        }
        char sign = point >= 0 ? '.' : ',';
        boolean several = digits.indexOf(sign) != digits.lastIndexOf(sign);
        boolean decimal = !several && (!threeDigitsAfter(digits, sign) || (sign == '.') == (style == Style.POINT));
        return grouped(digits, decimal ? sign : sign == '.' ? ',' : '.');
    }

    private static boolean threeDigitsAfter(String digits, char sign) {
        int at = digits.indexOf(sign);
        return digits.length() - at == 4 && at > 0 && at <= 3 && digits.charAt(0) != '0';
    }

    private static Optional<String> grouped(String digits, char decimal) {
        char group = decimal == '.' ? ',' : '.';
        int at = digits.indexOf(decimal);
        String whole = at < 0 ? digits : digits.substring(0, at);
        String rest = at < 0 ? "" : digits.substring(at + 1);
        boolean sound =
                whole.indexOf(group) < 0 ? whole.matches("\\d*") : whole.matches("\\d{1,3}(\\" + group + "\\d{2,3})+");
        if (!sound || !rest.matches("\\d*")) {
            return Optional.empty();
        }
        return Optional.of(whole.replace(String.valueOf(group), "") + (rest.isEmpty() ? "" : "." + rest));
    }

    /** What the values of one column say about its decimal sign; {@code usual} where none is decisive. */
    static Style style(List<String> values, Style usual) {
        int points = 0;
        int commas = 0;
        for (String value : values) {
            Optional<Amount> asPoint = read(value, Style.POINT);
            Optional<Amount> asComma = read(value, Style.COMMA);
            String digits = value.replaceAll("[^0-9.,]", "");
            boolean written = digits.indexOf('.') >= 0 || digits.indexOf(',') >= 0;
            if (written && asPoint.isPresent() && asPoint.equals(asComma)) {
                boolean point = decisive(digits) == '.';
                points += point ? 1 : 0;
                commas += point ? 0 : 1;
            }
        }
        return points == commas ? usual : points > commas ? Style.POINT : Style.COMMA;
    }

    /** The decimal sign of a value that can be read in one way only. */
    private static char decisive(String digits) {
        int point = digits.lastIndexOf('.');
        int comma = digits.lastIndexOf(',');
        if (point >= 0 && comma >= 0) {
            return point > comma ? '.' : ',';
        }
        char only = point >= 0 ? '.' : ',';
        boolean several = digits.indexOf(only) != digits.lastIndexOf(only);
        return several ? (only == '.' ? ',' : '.') : only;
    }
}
