package doppelpass.meetings;

import doppelpass.web.Refusal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import net.fortuna.ical4j.model.Recur;

/** How often a series meets: a recurrence rule of RFC 5545 as data, without an end. */
public record Recurrence(String rule) {
    private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    private static final String WORKING_DAYS = "MO,TU,WE,TH,FR";

    public Recurrence {
        if (!rule.matches("FREQ=(DAILY|WEEKLY|MONTHLY)(;(INTERVAL|BYDAY|BYMONTHDAY|BYSETPOS)=[A-Z0-9,+-]{1,40})*")) {
            throw Refusal.of("meetings.error.rule");
        }
    }

    /** Every week, or every other week with an interval of two. */
    public static Recurrence weekly(DayOfWeek day, int interval) {
        return new Recurrence("FREQ=WEEKLY;INTERVAL=" + interval + ";BYDAY=" + code(day));
    }

    /** The first (1) to fourth (4) Monday of each month, say. */
    public static Recurrence monthly(DayOfWeek day, int position) {
        return new Recurrence("FREQ=MONTHLY;BYDAY=" + position + code(day));
    }

    /** The last day of each month from Monday to Friday; holidays are the calendar's matter. */
    public static Recurrence lastWorkingDay() {
        return new Recurrence("FREQ=MONTHLY;BYDAY=" + WORKING_DAYS + ";BYSETPOS=-1");
    }

    /** The wall-clock starts from {@code from} on, before {@code to}, of a series that began at {@code start}. */
    public List<LocalDateTime> dates(LocalDateTime start, LocalDate from, LocalDate to) {
        try {
            return new Recur<LocalDateTime>(rule)
                    .getDates(start, from.atStartOfDay(), to.atStartOfDay()).stream()
                            .filter(date -> !date.isBefore(start) && !date.isBefore(from.atStartOfDay()))
                            .filter(date -> date.isBefore(to.atStartOfDay()))
                            .distinct()
                            .sorted()
                            .toList();
        } catch (IllegalArgumentException e) {
            throw Refusal.of("meetings.error.rule");
        }
    }

    /** The first date of the rule that is not before the wish: DTSTART has to match its own rule. */
    public LocalDateTime firstFrom(LocalDateTime wish) {
        return dates(wish, wish.toLocalDate(), wish.toLocalDate().plusDays(92)).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.of("meetings.error.rule"));
    }

    private static String code(DayOfWeek day) {
        return DAYS.get(day.getValue() - 1);
    }
}
