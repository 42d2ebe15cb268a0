package doppelpass.core;

import doppelpass.core.BusinessWeek.Hours;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code days hours; days hours}: days are {@code Mo}, {@code Mo-Fr} or {@code Mo,We}, hours are
 * {@code 08:30-12:00,13:00-17:00}; blanks may stand between all parts. One pass, left to right.
 */
final class BusinessWeekReader {
    private static final int LONGEST = 1000;
    private static final List<String> ENGLISH = List.of("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su");
    private static final List<String> GERMAN = List.of("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So");

    private final String text;
    private int position;

    BusinessWeekReader(String text) {
        this.text = text;
    }

    static String name(DayOfWeek day) {
        return ENGLISH.get(day.getValue() - 1);
    }

    BusinessWeek read() {
        if (text.length() > LONGEST) throw new MalformedText(text.substring(0, 50) + "…", LONGEST, "too long");
        Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
        do {
            entry(week);
        } while (skip(';') && !atEnd());
        if (!atEnd()) throw wrong("expected \";\" or the end");
        return new BusinessWeek(week);
    }

    private void entry(Map<DayOfWeek, List<Hours>> week) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        do {
            dayRange(week, days);
        } while (skip(','));
        List<Hours> hours = new ArrayList<>();
        do {
            hours.add(hours(hours));
        } while (skip(','));
        days.forEach(day -> week.put(day, hours));
    }

    /** "Sa-Mo" runs across the end of the week. */
    private void dayRange(Map<DayOfWeek, List<Hours>> week, Set<DayOfWeek> days) {
        blanks();
        int start = position;
        DayOfWeek first = day();
        DayOfWeek last = skip('-') ? day() : first;
        for (DayOfWeek day = first; ; day = day.plus(1)) {
            if (week.containsKey(day) || !days.add(day)) {
                throw new MalformedText(text, start, name(day) + " appears twice, the second time");
            }
            if (day == last) return;
        }
    }

    private DayOfWeek day() {
        blanks();
        Optional<DayOfWeek> day = named(text.substring(position, Math.min(position + 2, text.length())));
        position += day.isPresent() ? 2 : 0;
        return day.orElseThrow(() -> wrong("expected a day (Mo Tu We Th Fr Sa Su)"));
    }

    private static Optional<DayOfWeek> named(String name) {
        int day = Math.max(ENGLISH.indexOf(name), GERMAN.indexOf(name));
        return day < 0 ? Optional.empty() : Optional.of(DayOfWeek.of(day + 1));
    }

    private Hours hours(List<Hours> before) {
        blanks();
        int start = position;
        int from = minute();
        if (!skip('-')) throw wrong("expected \"-\" and the closing time");
        int to = minute();
        if (to <= from) throw new MalformedText(text, start, "closes before it opens");
        if (!before.isEmpty() && from < before.getLast().toMinute()) {
            throw new MalformedText(text, start, "hours overlap or are out of order");
        }
        return new Hours(from, to);
    }

    private int minute() {
        blanks();
        int start = position;
        int hour = number();
        if (position >= text.length() || text.charAt(position) != ':') throw wrong("expected \":\" and the minutes");
        position++;
        int minute = number();
        int total = 60 * hour + minute;
        if (minute > 59 || total > Hours.DAY) throw new MalformedText(text, start, "not a time of day");
        return total;
    }

    private int number() {
        if (position + 2 > text.length() || !digit(position) || !digit(position + 1))
            throw wrong("expected two digits");
        position += 2;
        return Integer.parseInt(text, position - 2, position, 10);
    }

    private boolean digit(int at) {
        return text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private boolean skip(char expected) {
        blanks();
        boolean there = position < text.length() && text.charAt(position) == expected;
        position += there ? 1 : 0;
        return there;
    }

    private boolean atEnd() {
        blanks();
        return position == text.length();
    }

    private void blanks() {
        while (position < text.length() && text.charAt(position) == ' ') position++;
    }

    private MalformedText wrong(String problem) {
        return new MalformedText(text, position, problem);
    }
}
