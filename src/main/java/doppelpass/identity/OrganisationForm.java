package doppelpass.identity;

import doppelpass.core.BusinessWeek;
import doppelpass.core.Holidays;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the page of the organisation asks for. The currency is not among it: every amount is stored in it. */
public record OrganisationForm(
        @Nullable String name,
        @Nullable String language,
        @Nullable String zone,
        @Nullable Integer fiscalMonth,
        @Nullable String country,
        @Nullable String region,
        @Nullable String week) {

    static OrganisationForm of(Organisation o) {
        return new OrganisationForm(
                o.name(),
                o.language(),
                o.zone().getId(),
                o.fiscalMonth(),
                o.country(),
                o.region(),
                o.week().format());
    }

    /** Field → message key of what is wrong. */
    Map<String, String> errors() {
        Map<String, String> errors = new HashMap<>();
        if (text(name).isEmpty()) {
            errors.put("name", "web.error.required");
        }
        if (!List.of("de", "en").contains(text(language))) {
            errors.put("language", "web.error.required");
        }
        if (!ZoneId.getAvailableZoneIds().contains(text(zone))) {
            errors.put("zone", "identity.error.zone");
        }
        if (fiscalMonth == null || fiscalMonth < 1 || fiscalMonth > 12) {
            errors.put("fiscalMonth", "web.error.required");
        }
        if (!knowsHolidays(text(country), "")) {
            errors.put("country", "identity.error.country");
        } else if (!knowsHolidays(text(country), text(region))) {
            errors.put("region", "identity.error.region");
        }
        if (!WeekReading.of(text(week)).right()) {
            errors.put("week", "identity.error.week");
        }
        return errors;
    }

    Organisation toOrganisation(Organisation before) {
        String place = text(region);
        return new Organisation(
                text(name),
                text(language),
                ZoneId.of(text(zone)),
                before.currency(),
                fiscalMonth == null ? before.fiscalMonth() : fiscalMonth,
                text(country).toUpperCase(Locale.ROOT),
                place.isEmpty() ? null : place.toUpperCase(Locale.ROOT),
                BusinessWeek.parse(text(week)));
    }

    public static List<Integer> months() {
        return IntStream.rangeClosed(1, 12).boxed().toList();
    }

    static boolean knowsHolidays(String country, String region) {
        try {
            Holidays.of(country, region);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
