package doppelpass.core;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The days on which nobody can be expected to work. */
@FunctionalInterface
public interface Holidays {
    boolean on(LocalDate day);

    static Holidays none() {
        return day -> false;
    }

    /**
     * Public and bank holidays of an ISO 3166 country ("DE") and one of its regions, written short ("BY") or as
     * ISO 3166-2 ("DE-BY"); without a region only those of the whole country. Unknown codes are refused. Equal codes
     * give the same object.
     */
    static Holidays of(String country, @Nullable String region) {
        return PublicHolidays.of(country, region == null ? "" : region);
    }

    /** The same days of one year with their names in this language. */
    static Map<LocalDate, String> named(String country, @Nullable String region, int year, Locale language) {
        return PublicHolidays.of(country, region == null ? "" : region).named(year, language);
    }
}
