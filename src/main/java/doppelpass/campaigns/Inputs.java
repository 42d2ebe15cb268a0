package doppelpass.campaigns;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a sent form and collects field → message key of what is wrong. */
record Inputs(Map<String, String> sent, String language, Currency currency, Map<String, String> errors) {
    private static final int LONGEST = 300;
    private static final int LONGEST_NOTE = 2000;

    String text(String field) {
        String text = sent.getOrDefault(field, "").strip();
        boolean prose = field.equals("goal") || field.equals("note");
        if (text.length() > (prose ? LONGEST_NOTE : LONGEST)) {
            errors.put(field, "campaigns.error.long");
        }
        return text;
    }

    @Nullable
    String optional(String field) {
        String text = text(field);
        return text.isEmpty() ? null : text;
    }

    @Nullable
    Long number(String field) {
        return text(field).matches("\\d{1,18}") ? Long.valueOf(text(field)) : null;
    }

    @Nullable
    LocalDate day(String field) {
        try {
            return text(field).isEmpty() ? null : LocalDate.parse(text(field));
        } catch (DateTimeException nonsense) {
            errors.put(field, "campaigns.error.day");
            return null;
        }
    }

    /** Minor units. */
    @Nullable
    Long amount(String field) {
        if (text(field).isEmpty()) {
            return null;
        }
        Long minor = AmountText.parse(text(field), language, currency).orElse(null);
        if (minor == null) {
            errors.put(field, "campaigns.error.amountText");
        }
        return minor;
    }
}
