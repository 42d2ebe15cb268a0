package doppelpass.fields;

import static doppelpass.web.Words.t;

import doppelpass.core.MoneyText;
import doppelpass.timeline.MoreFacts;
import doppelpass.timeline.Subject;
import doppelpass.web.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A field of one record with what stands there.
 *
 * @param value a text, a {@link BigDecimal}, a {@code Long} (minor units, a link's id), a day, a Boolean, a list of codes;
 *     null where there is none
 * @param linked what the record is called to which a link leads
 */
public record FieldValue(CustomField field, @Nullable Object value, String linked) implements MoreFacts.Fact {
    static FieldValue of(CustomField field, JsonNode stored) {
        JsonNode node = stored.get(field.key());
        return new FieldValue(field, node == null ? null : read(field.type(), node), "");
    }

    /** What was not written by this type is missing, as in lists and rules. */
    private static @Nullable Object read(ValueType type, JsonNode node) {
        return switch (type) {
            case NUMBER -> node.isNumber() ? node.decimalValue() : null;
            case MONEY, LINK -> node.isNumber() ? (Long) node.decimalValue().longValue() : null;
            case FLAG -> node.isBoolean() ? (Boolean) node.booleanValue() : null;
            case DATE -> node.isString() ? LocalDate.parse(node.stringValue()) : null;
            case CHOICES -> {
                List<String> codes = new ArrayList<>();
                node.forEach(code -> codes.add(code.asString()));
                yield node.isArray() ? codes : null;
            }
            case TEXT, CHOICE, FORMULA -> node.isString() ? node.stringValue() : null;
        };
    }

    FieldValue linked(String name) {
        return new FieldValue(field, value, name);
    }

    public boolean empty() {
        return value == null || value instanceof List<?> list && list.isEmpty();
    }

    /** As somebody types it; read back it is the same. */
    String typed(Currency currency) {
        return switch (value) {
            case null -> "";
            case Long id when field.type() == ValueType.LINK -> (linked + " #" + id).strip();
            case Long minor -> MoneyText.text(minor, currency);
            case BigDecimal number -> number.toPlainString();
            case List<?> codes -> codes.stream().map(Object::toString).collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }

    @Override
    public String label() {
        return field.label().key();
    }

    /** The page of the record a link leads to. */
    @Override
    public @Nullable String url() {
        String target = field.target();
        return value instanceof Long id && target != null
                ? new Subject(Subject.Kind.valueOf(target.toUpperCase(Locale.ROOT)), id).url()
                : null;
    }

    /** In the reader's words. */
    @Override
    public String words() {
        return switch (value) {
            case null -> Words.NONE;
            case Long id when field.type() == ValueType.LINK -> linked.isEmpty() ? "#" + id : linked;
            case Long minor -> Words.money(minor);
            case BigDecimal number ->
                Words.decimal(number, Math.clamp(number.stripTrailingZeros().scale(), 0, 6));
            case LocalDate day -> Words.date(day);
            case Boolean flag -> t("fields.flag." + flag);
            case List<?> codes ->
                codes.isEmpty()
                        ? Words.NONE
                        : codes.stream().map(code -> named(code.toString())).collect(Collectors.joining(", "));
            default -> field.type() == ValueType.CHOICE ? named(value.toString()) : value.toString();
        };
    }

    private String named(String code) {
        return field.option(code).map(option -> t(option.label().key())).orElse(code);
    }
}
