package doppelpass.fields;

import doppelpass.core.MoneyText;
import doppelpass.web.Refusal;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what people type into a field, German or English, into what is stored: a text, a {@link BigDecimal}, a {@code Long}
 * (minor units, the id of a link), a Boolean or a list of codes; null where nothing is typed. What cannot be is refused in
 * words that name the field.
 */
record Typed(Currency currency) {
    static final int LONGEST = 500;
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,6})?");
    private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}([.,']\\d{3})+([.,]\\d{1,6})?");
    private static final Pattern LINK = Pattern.compile("(?:.*#)?(\\d{1,18})");
    private static final List<String> YES = List.of("true", "yes", "ja", "1");
    private static final List<String> NO = List.of("false", "no", "nein", "0");

    @Nullable
    Object read(CustomField field, String raw) {
        String typed = raw.strip();
        if (typed.isEmpty()) return null;
        return switch (field.type()) {
            case TEXT -> text(field, typed);
            case NUMBER -> number(field, typed);
            case MONEY ->
                MoneyText.minor(typed, currency)
                        .orElseThrow(() -> Refusal.of("fields.error.money", name(field), shortened(typed)));
            case DATE -> day(field, typed).toString();
            case CHOICE -> code(field, typed);
            case CHOICES -> codes(field, typed);
            case FLAG -> flag(field, typed);
            case LINK -> link(field, typed);
            case FORMULA -> throw Refusal.of("fields.error.computed", name(field));
        };
    }

    private static String text(CustomField field, String typed) {
        if (typed.length() > LONGEST) throw Refusal.of("fields.error.long", name(field), LONGEST, typed.length());
        if (typed.chars().anyMatch(c -> c < ' ' && c != '\t')) throw Refusal.of("fields.error.characters", name(field));
        return typed;
    }

    /** A point or a comma before the decimals; both together, or several, group thousands. */
    private static BigDecimal number(CustomField field, String typed) {
        String digits = typed.replaceAll("[\\s\\u00a0\\u202f]", "").replace('−', '-');
        String plain = digits.replace(',', '.');
        if (GROUPED.matcher(digits).matches() && digits.replaceAll("[^.,']", "").length() > 1) {
            int last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
            boolean decimals = digits.indexOf(digits.charAt(last)) == last;
            plain = decimals
                    ? digits.substring(0, last).replaceAll("[.,']", "") + "." + digits.substring(last + 1)
                    : digits.replaceAll("[.,']", "");
        }
        if (!NUMBER.matcher(plain).matches()) throw Refusal.of("fields.error.number", name(field), shortened(typed));
        BigDecimal number = new BigDecimal(plain).stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    private static LocalDate day(CustomField field, String typed) {
        try {
            LocalDate day = typed.matches("\\d{1,2}\\.\\d{1,2}\\.\\d{4}")
                    ? LocalDate.of(part(typed, 2), part(typed, 1), part(typed, 0))
                    : LocalDate.parse(typed);
            if (day.getYear() >= 1900 && day.getYear() < 2200) return day;
        } catch (DateTimeException notADay) {
            throw Refusal.of("fields.error.date", name(field), shortened(typed));
        }
        throw Refusal.of("fields.error.date", name(field), shortened(typed));
    }

    private static int part(String typed, int place) {
        return Integer.parseInt(typed.split("\\.")[place]);
    }

    private static String code(CustomField field, String typed) {
        return meant(field, typed).orElseThrow(() -> Refusal.of("fields.error.choice", name(field), shortened(typed)));
    }

    /** By its code or by its name in either language. */
    static Optional<String> meant(CustomField field, String typed) {
        String said = typed.strip();
        return field.options().stream()
                .filter(option -> option.code().equals(said.toLowerCase(Locale.ROOT))
                        || option.label().german().equalsIgnoreCase(said)
                        || option.label().english().equalsIgnoreCase(said))
                .map(CustomField.Option::code)
                .findFirst();
    }

    private static List<String> codes(CustomField field, String typed) {
        return Arrays.stream(typed.split("[,;]"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(part -> code(field, part))
                .distinct()
                .toList();
    }

    private static boolean flag(CustomField field, String typed) {
        String said = typed.toLowerCase(Locale.ROOT);
        if (YES.contains(said)) return true;
        if (NO.contains(said)) return false;
        throw Refusal.of("fields.error.flag", name(field), shortened(typed));
    }

    /** {@code Kern GmbH #7}, or the number alone. */
    private static Long link(CustomField field, String typed) {
        var number = LINK.matcher(typed);
        if (!number.matches()) throw Refusal.of("fields.error.link", name(field), shortened(typed));
        return Long.valueOf(Objects.requireNonNull(number.group(1)));
    }

    static String name(CustomField field) {
        return field.label().key();
    }

    private static String shortened(String typed) {
        return typed.length() > 40 ? typed.substring(0, 40) + "…" : typed;
    }
}
