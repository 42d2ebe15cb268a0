package doppelpass.identity;

import doppelpass.core.BusinessWeek;
import doppelpass.core.TeamFunction;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the set-up page asks for. */
public record SetupForm(
        @Nullable String organisation,
        @Nullable String language,
        @Nullable String zone,
        @Nullable String currency,
        @Nullable String country,
        @Nullable String region,
        @Nullable String name,
        @Nullable String mail,
        @Nullable String password) {

    static SetupForm empty(String language) {
        return new SetupForm("", language, "Europe/Berlin", "EUR", "DE", "", "", "", "");
    }

    /** Field → message key of what is wrong. */
    Map<String, String> errors() {
        Map<String, String> errors = new HashMap<>();
        if (blank(organisation)) {
            errors.put("organisation", "web.error.required");
        }
        if (blank(name)) {
            errors.put("name", "web.error.required");
        }
        if (mail == null || !mail.contains("@")) {
            errors.put("mail", "identity.error.mailForm");
        }
        if (password == null || password.length() < Passwords.SHORTEST) {
            errors.put("password", "identity.error.passwordForm");
        }
        if (zone == null || !ZoneId.getAvailableZoneIds().contains(zone)) {
            errors.put("zone", "identity.error.zone");
        }
        if (Currency.getAvailableCurrencies().stream()
                .noneMatch(c -> c.getCurrencyCode().equals(currency))) {
            errors.put("currency", "identity.error.currency");
        }
        return errors;
    }

    Organisation toOrganisation() {
        return new Organisation(
                text(organisation),
                "en".equals(language) ? "en" : "de",
                ZoneId.of(text(zone)),
                Currency.getInstance(text(currency)),
                1,
                blank(country) ? "DE" : text(country),
                blank(region) ? null : text(region),
                BusinessWeek.parse(Organisation.USUAL_WEEK));
    }

    NewPerson toAdministrator() {
        return new NewPerson(
                text(mail),
                text(name),
                text(password),
                "en".equals(language) ? "en" : "de",
                TeamFunction.ADMINISTRATION,
                null,
                false,
                true);
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
