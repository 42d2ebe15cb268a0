package doppelpass.contacts;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a sent form and collects field → message key of what is wrong.
 *
 * @param typed the only fields that somebody typed, the others are taken as they are kept; null where the whole form was sent
 */
record Inputs(
        Map<String, String> sent,
        String home,
        Map<String, String> errors,
        @Nullable Set<String> typed) {
    private static final Pattern MAIL = Pattern.compile("[^@\\s,;<>]+@[^@\\s,;<>.]+(\\.[^@\\s,;<>.]+)+");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final int LONGEST = 300;
    private static final int LONGEST_NOTE = 20_000;

    boolean kept(String field) {
        return typed != null && !typed.contains(field);
    }

    String text(String field) {
        if (kept(field)) return sent.getOrDefault(field, "");
        String text = sent.getOrDefault(field, "").strip();
        if (text.length() > (field.equals("note") ? LONGEST_NOTE : LONGEST)) {
            errors.put(field, "contacts.error.long");
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
    Integer count(String field) {
        if (text(field).isEmpty()) {
            return null;
        }
        if (!text(field).matches(kept(field) ? "\\d+" : "\\d{1,8}")) {
            errors.put(field, "contacts.error.count");
            return null;
        }
        return Integer.valueOf(text(field));
    }

    String oneOf(String field, Iterable<String> known, String otherwise) {
        for (String value : known) {
            if (value.equals(text(field))) {
                return value;
            }
        }
        return otherwise;
    }

    @Nullable
    String mail(String field) {
        String mail = text(field).toLowerCase(Locale.ROOT);
        if (!kept(field) && !mail.isEmpty() && !MAIL.matcher(mail).matches()) {
            errors.put(field, "contacts.error.mail");
        }
        return mail.isEmpty() ? null : mail;
    }

    /** Two capital letters of a country that there is. */
    static boolean knows(String country) {
        return COUNTRIES.contains(country);
    }

    @Nullable
    String vatId(String field) {
        if (text(field).isEmpty() || kept(field)) return optional(field);
        if (!VatIds.valid(text(field))) errors.put(field, "contacts.error.vatId");
        return VatIds.kept(text(field));
    }

    @Nullable
    String country(String field) {
        if (kept(field)) return optional(field);
        String country = text(field).toUpperCase(Locale.ROOT);
        if (!country.isEmpty() && !COUNTRIES.contains(country)) {
            errors.put(field, "contacts.error.country");
        }
        return country.isEmpty() ? null : country;
    }

    /** E.164; a number without country code belongs to the given country, else to ours. */
    @Nullable
    String phone(String field, @Nullable String country) {
        if (text(field).isEmpty() || kept(field)) {
            return optional(field);
        }
        String known = country != null && COUNTRIES.contains(country) ? country : home;
        String phone = Phones.normalise(text(field), known).orElse(null);
        if (phone == null) {
            errors.put(field, "contacts.error.phone");
        }
        return phone;
    }
}
