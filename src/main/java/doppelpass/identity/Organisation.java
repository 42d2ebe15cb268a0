package doppelpass.identity;

import doppelpass.core.BusinessCalendar;
import doppelpass.core.BusinessWeek;
import doppelpass.core.FiscalYear;
import doppelpass.core.Holidays;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The company that runs this installation. {@code region} is a federal state such as BY; {@code week} holds the
 * business hours, {@code fiscalMonth} the month (1 to 12) in which the fiscal year starts.
 */
public record Organisation(
        String name,
        String language,
        ZoneId zone,
        Currency currency,
        int fiscalMonth,
        String country,
        @Nullable String region,
        BusinessWeek week) {
    public static final String USUAL_WEEK = "Mo-Th 08:30-17:00; Fr 08:30-15:00";

    public Locale locale() {
        return Locale.forLanguageTag(language + "-" + country);
    }

    public FiscalYear fiscalYear(int year) {
        return FiscalYear.of(year, fiscalMonth);
    }

    public FiscalYear fiscalYear(YearMonth month) {
        return FiscalYear.containing(month, fiscalMonth);
    }

    /** The calendar of a team: the organisation's week, the holidays of the team's region if it has its own. */
    public BusinessCalendar calendar(@Nullable String teamRegion) {
        String place = teamRegion != null ? teamRegion : region;
        return new BusinessCalendar(zone, week, Holidays.of(country, place == null ? "" : place), Set.of());
    }
}
