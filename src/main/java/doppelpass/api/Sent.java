package doppelpass.api;

import doppelpass.lists.plug.Kind;
import doppelpass.web.Refusal;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.ValueRange;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads what a program sends for a field as the form or cell of it takes it; whatever is of another type is refused.
 *
 * @param linked whether there is such a record for the sender, by list and id
 */
record Sent(Currency currency, BiPredicate<String, Long> linked) {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,6})?");
    private static final int LONGEST = 20_000;
    /** Later ones the database may not take, and nobody means them. */
    private static final ValueRange YEARS = ValueRange.of(1, 9999);

    /** The text a form or cell takes; empty takes the value away. */
    String text(ApiField field, JsonNode sent) {
        if (sent.isNull()) return "";
        return switch (field.kind()) {
            case TEXT -> string(field, sent);
            case CHOICE -> choice(field, string(field, sent));
            case NUMBER -> number(field, sent);
            case MONEY -> money(field, sent);
            case DAY -> day(field, string(field, sent));
            case MOMENT -> moment(field, string(field, sent));
            case FLAG -> flag(field, sent);
            case LINK -> link(field, sent);
            case TEXTS -> texts(field, sent);
        };
    }

    private static String string(ApiField field, JsonNode sent) {
        if (!sent.isString() || !storable(sent.stringValue())) throw wrong(field, "api.error.type");
        if (sent.stringValue().length() > LONGEST) throw wrong(field, "api.error.long");
        return sent.stringValue().strip();
    }

    /** The database takes no NUL, and half a character would come back as a question mark. */
    static boolean storable(String text) {
        return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static String choice(ApiField field, String code) {
        if (!code.isEmpty() && !field.choices().isEmpty() && !field.choices().contains(code))
            throw wrong(field, "api.error.choice");
        return code;
    }

    private static String number(ApiField field, JsonNode sent) {
        if (!sent.isNumber() && !sent.isString()) throw wrong(field, "api.error.type");
        String text = sent.isNumber() ? digits(field, sent.decimalValue()) : sent.stringValue();
        if (!NUMBER.matcher(text).matches()) throw wrong(field, "api.error.type");
        return text;
    }

    /** Never written out before its size is known: {@code 1e999999999} would fill the memory with zeros. */
    private static String digits(ApiField field, BigDecimal sent) {
        BigDecimal number = sent.stripTrailingZeros();
        if (number.scale() > 6 || (long) number.precision() - number.scale() > 15) throw wrong(field, "api.error.type");
        return number.toPlainString();
    }

    /** A number, a decimal as text, or both with their currency, as it is answered. */
    private String money(ApiField field, JsonNode sent) {
        JsonNode amount = sent;
        if (sent.isObject()) {
            amount = sent.path("amount");
            JsonNode named = sent.path("currency");
            if (!named.isMissingNode() && !currency.getCurrencyCode().equals(named.asString("")))
                throw Refused.of(
                        field.name(), Problem.Said.of("api.error.currency", currency.getCurrencyCode()), remedy(field));
        }
        BigDecimal value = new BigDecimal(number(field, amount)).stripTrailingZeros();
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        if (value.scale() > digits || value.precision() - value.scale() > 12) throw wrong(field, "api.error.money");
        return value.setScale(digits).toPlainString();
    }

    private static String day(ApiField field, String text) {
        try {
            if (text.isEmpty()) return "";
            LocalDate day = LocalDate.parse(text);
            YEARS.checkValidValue(day.getYear(), ChronoField.YEAR);
            return day.toString();
        } catch (DateTimeException nonsense) {
            throw wrong(field, "api.error.type");
        }
    }

    private static String moment(ApiField field, String text) {
        try {
            if (text.isEmpty()) return "";
            OffsetDateTime moment = OffsetDateTime.parse(text);
            YEARS.checkValidValue(moment.getYear(), ChronoField.YEAR);
            return moment.toInstant().toString();
        } catch (DateTimeException nonsense) {
            throw wrong(field, "api.error.type");
        }
    }

    private static String flag(ApiField field, JsonNode sent) {
        if (!sent.isBoolean()) throw wrong(field, "api.error.type");
        return Boolean.toString(sent.booleanValue());
    }

    private String link(ApiField field, JsonNode sent) {
        if (sent.isString() && field.named()) return string(field, sent);
        JsonNode id = sent.isObject() ? sent.path("id") : sent;
        if (!id.isIntegralNumber() || !id.canConvertToLong()) throw wrong(field, "api.error.type");
        String target = field.target();
        if (target == null || !linked.test(target, id.longValue()))
            throw Refused.of(
                    field.name(), Problem.Said.of("api.error.noRecord", Long.toString(id.longValue())), remedy(field));
        return "#" + id.longValue();
    }

    private static String texts(ApiField field, JsonNode sent) {
        if (!sent.isArray()) throw wrong(field, "api.error.type");
        List<String> texts = new ArrayList<>();
        for (JsonNode one : sent) {
            String text = string(field, one);
            if (text.contains(",")) throw wrong(field, "api.error.type");
            texts.add(text);
        }
        return String.join(", ", texts);
    }

    private static Refused wrong(ApiField field, String message) {
        return Refused.of(field.name(), Problem.Said.of(message), remedy(field));
    }

    /** What would be right. */
    static Problem.@Nullable Said remedy(ApiField field) {
        if (field.kind() == Kind.LINK && field.target() != null)
            return Problem.Said.of("api.remedy.LINK", field.target());
        return field.choices().isEmpty()
                ? Problem.Said.of("api.remedy." + field.kind())
                : Problem.Said.of("api.remedy.oneOf", String.join(", ", field.choices()));
    }

    /** One value that cannot be taken. */
    static final class Refused extends RuntimeException {
        private final transient Problem.Fault fault;

        private Refused(Problem.Fault fault) {
            super(fault.field());
            this.fault = fault;
        }

        static Refused of(String field, Problem.Said message, Problem.@Nullable Said remedy) {
            return new Refused(Problem.Fault.of(field, message, remedy));
        }

        /** As whoever keeps the field says it. */
        static Refused of(ApiField field, Refusal refusal) {
            return of(field.name(), Problem.Said.of(refusal.key(), refusal.arguments()), remedy(field));
        }

        Problem.Fault fault() {
            return fault;
        }
    }
}
