package doppelpass.core;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;

/** A day as one says or types it: today, tomorrow, next week (its Monday), or a date. */
public final class NamedDay {
    /** The names, for buttons. */
    public static final List<String> NAMES = List.of("today", "tomorrow", "week");

    private NamedDay() {}

    /** Empty for anything else. */
    public static Optional<LocalDate> of(String said, LocalDate today) {
        return switch (said) {
            case "today" -> Optional.of(today);
            case "tomorrow" -> Optional.of(today.plusDays(1));
            case "week" -> Optional.of(today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
            default -> date(said);
        };
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() > 1900 && day.getYear() < 3000);
        } catch (DateTimeException nonsense) {
            return Optional.empty();
        }
    }
}
