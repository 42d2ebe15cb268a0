package doppelpass.meetings;

import doppelpass.core.Recurrence;
import doppelpass.web.Refusal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A series as the editor shows it: the usual rhythms by name instead of rules. */
public record SeriesForm(
        @Nullable String name,
        @Nullable String rhythm,
        @Nullable String day,
        @Nullable String date,
        @Nullable String time,
        @Nullable String minutes,
        @Nullable Long host,
        @Nullable String moderator,
        @Nullable Boolean holidays,
        @Nullable List<Long> participants) {
    public static final List<String> RHYTHMS =
            List.of("weekly", "fortnightly", "first", "second", "third", "fourth", "last");
    private static final List<String> POSITIONS = List.of("first", "second", "third", "fourth");

    static SeriesForm empty(long host, LocalDate today) {
        return new SeriesForm(
                "", "weekly", "4", today.plusDays(1).toString(), "09:00", "30", host, "marketing", true, List.of());
    }

    static SeriesForm of(Series s) {
        return new SeriesForm(
                s.name(),
                rhythm(s),
                Integer.toString(s.start().getDayOfWeek().getValue()),
                s.start().toLocalDate().toString(),
                s.start().toLocalTime().toString(),
                Integer.toString(s.minutes()),
                s.hostId(),
                s.firstModerator(),
                s.skipHolidays(),
                s.participants());
    }

    public static String rhythm(Series s) {
        String rule = s.rule().rule();
        if (rule.contains("BYSETPOS")) return "last";
        if (rule.startsWith("FREQ=MONTHLY")) {
            return POSITIONS.get(rule.replaceAll(".*BYDAY=(\\d).*", "$1").charAt(0) - '1');
        }
        return rule.contains("INTERVAL=2") ? "fortnightly" : "weekly";
    }

    SeriesPlan plan() {
        List<Long> people = participants == null ? List.of() : participants;
        if (people.isEmpty()) throw Refusal.of("meetings.error.participants");
        if (host == null) throw Refusal.of("meetings.error.person");
        return new SeriesPlan(
                text(name), rule(), start(), number(minutes), host, Boolean.TRUE.equals(holidays), people);
    }

    String firstModerator() {
        return "sales".equals(moderator) ? "sales" : "marketing";
    }

    private Recurrence rule() {
        int number = number(day);
        if (number < 1 || number > 7) throw Refusal.of("meetings.error.rule");
        DayOfWeek weekday = DayOfWeek.of(number);
        return switch (text(rhythm)) {
            case "weekly" -> Recurrence.weekly(weekday, 1);
            case "fortnightly" -> Recurrence.weekly(weekday, 2);
            case "last" -> Recurrence.lastWorkingDay();
            case "first", "second", "third", "fourth" ->
                Recurrence.monthly(weekday, POSITIONS.indexOf(text(rhythm)) + 1);
            default -> throw Refusal.of("meetings.error.rule");
        };
    }

    private LocalDateTime start() {
        return moment(text(date), text(time));
    }

    static LocalDateTime moment(String date, String time) {
        try {
            return LocalDate.parse(date).atTime(LocalTime.parse(time));
        } catch (DateTimeException e) {
            throw Refusal.of("meetings.error.time");
        }
    }

    static LocalDate day(String date) {
        try {
            return LocalDate.parse(date);
        } catch (DateTimeException e) {
            throw Refusal.of("meetings.error.date");
        }
    }

    private static int number(@Nullable String text) {
        return text != null && text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
