package doppelpass.fields;

import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How the stored values of a field become those of another type, as SQL over the value {@code v}; a value it cannot take
 * keeps the field from changing.
 *
 * @param fits true for values that can be taken over
 * @param converted what such a value becomes
 */
record Conversion(String fits, String converted) {
    private static final String TEXT = "v #>> '{}'";
    private static final Conversion NONE = new Conversion("false", "v");

    static Conversion of(CustomField from, CustomField to, int digits) {
        if (from.type() == to.type()) return same(from, to);
        return switch (to.type()) {
            case TEXT -> text(from);
            case NUMBER -> number(from, digits);
            case MONEY -> money(from, digits);
            case DATE ->
                from.type() == ValueType.TEXT
                        ? new Conversion(
                                TEXT + " ~ '^(19|2[01])\\d\\d-\\d\\d-\\d\\d$' and pg_input_is_valid(" + TEXT
                                        + ", 'date')",
                                "to_jsonb(" + TEXT + ")")
                        : NONE;
            case CHOICE -> choice(from, to);
            case CHOICES -> {
                Conversion one = from.type() == ValueType.CHOICE ? new Conversion("true", "v") : choice(from, to);
                yield new Conversion(one.fits(), "jsonb_build_array(" + one.converted() + ")");
            }
            case FLAG -> flag(from);
            case LINK, FORMULA -> NONE;
        };
    }

    private static Conversion same(CustomField from, CustomField to) {
        boolean elsewhere = from.target() != null && !from.target().equals(to.target());
        return elsewhere ? NONE : new Conversion("true", "v");
    }

    private static Conversion text(CustomField from) {
        return switch (from.type()) {
            case CHOICES -> new Conversion("true", "to_jsonb(array_to_string(fields.texts(v), ', '))");
            case LINK, MONEY -> NONE;
            default -> new Conversion("true", "to_jsonb(" + TEXT + ")");
        };
    }

    private static Conversion number(CustomField from, int digits) {
        return switch (from.type()) {
            case TEXT ->
                new Conversion(
                        TEXT + " ~ '^-?\\d{1,15}([.,]\\d{1,6})?$'",
                        "to_jsonb(replace(" + TEXT + ", ',', '.')::numeric)");
            case MONEY -> new Conversion("true", "to_jsonb(trim_scale((v)::numeric / 10 ^ " + digits + "))");
            default -> NONE;
        };
    }

    private static Conversion money(CustomField from, int digits) {
        String minor = "((v)::numeric * 10 ^ " + digits + ")";
        return from.type() == ValueType.NUMBER
                ? new Conversion(
                        minor + " = trunc" + minor + " and abs" + minor + " < 1e15", "to_jsonb(" + minor + "::bigint)")
                : NONE;
    }

    private static Conversion choice(CustomField from, CustomField to) {
        return switch (from.type()) {
            case TEXT -> {
                String known = to.options().stream()
                        .flatMap(o -> java.util.stream.Stream.of(
                                        o.code(), o.label().german(), o.label().english())
                                .distinct()
                                .map(word -> " when " + literal(word.toLowerCase(Locale.ROOT)) + " then "
                                        + literal(o.code())))
                        .collect(Collectors.joining());
                String code = "(case lower(" + TEXT + ")" + known + " end)";
                yield new Conversion(code + " is not null", "to_jsonb(" + code + "::text)");
            }
            case CHOICES -> new Conversion("jsonb_array_length(v) = 1", "v -> 0");
            default -> NONE;
        };
    }

    private static Conversion flag(CustomField from) {
        return from.type() == ValueType.TEXT
                ? new Conversion(
                        "lower(" + TEXT + ") in ('true', 'yes', 'ja', 'false', 'no', 'nein')",
                        "to_jsonb(lower(" + TEXT + ") in ('true', 'yes', 'ja'))")
                : NONE;
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
