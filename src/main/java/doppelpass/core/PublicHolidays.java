package doppelpass.core;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Statutory holidays from jollyday, each year computed once. Jollyday takes an unknown region for "no region", which
 * would silently drop holidays; so codes are checked here.
 */
final class PublicHolidays implements Holidays {
    private static final Map<String, PublicHolidays> KNOWN = new ConcurrentHashMap<>();

    private final HolidayManager country;
    private final String[] region;
    private final Map<Integer, Set<LocalDate>> years = new ConcurrentHashMap<>();

    private PublicHolidays(HolidayManager country, String[] region) {
        this.country = country;
        this.region = region;
    }

    static PublicHolidays of(String country, String region) {
        String code = country.toLowerCase(Locale.ROOT);
        String part = region.toLowerCase(Locale.ROOT);
        if (part.startsWith(code + "-")) part = part.substring(code.length() + 1);
        return KNOWN.computeIfAbsent(code + "/" + part, PublicHolidays::load);
    }

    @Override
    public boolean on(LocalDate day) {
        return years.computeIfAbsent(day.getYear(), this::daysOf).contains(day);
    }

    private Set<LocalDate> daysOf(int year) {
        return statutory(year).map(Holiday::getDate).collect(Collectors.toUnmodifiableSet());
    }

    Map<LocalDate, String> named(int year, Locale language) {
        return statutory(year)
                .collect(
                        Collectors.toMap(Holiday::getDate, h -> h.getDescription(language), (a, b) -> a, TreeMap::new));
    }

    private synchronized Stream<Holiday> statutory(int year) {
        return country.getHolidays(Year.of(year), region).stream()
                .filter(holiday -> holiday.getType() != HolidayType.OBSERVANCE);
    }

    private static PublicHolidays load(String code) {
        String country = code.substring(0, code.indexOf('/'));
        String region = code.substring(code.indexOf('/') + 1);
        String iso = country.toUpperCase(Locale.ROOT);
        // jollyday also knows stock exchanges, which are no countries
        if (!HolidayManager.getSupportedCalendarCodes().contains(iso)
                || !Set.of(Locale.getISOCountries()).contains(iso)) {
            throw new IllegalArgumentException("No holidays known for country \"" + country + "\"");
        }
        HolidayManager manager = HolidayManager.getInstance(ManagerParameters.create(country));
        CalendarHierarchy hierarchy = manager.getCalendarHierarchy();
        if (!region.isEmpty() && !hierarchy.getChildren().containsKey(region)) {
            throw new IllegalArgumentException("No holidays known for region \"" + region + "\" of \"" + country
                    + "\"; known: " + String.join(" ", hierarchy.getChildren().keySet()));
        }
        return new PublicHolidays(manager, region.isEmpty() ? new String[0] : new String[] {region});
    }
}
