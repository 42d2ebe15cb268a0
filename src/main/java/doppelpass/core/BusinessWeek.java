package doppelpass.core;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The opening hours of a normal week, several intervals a day possible, as people write them:
 * {@code Mo-Th 08:30-17:00; Fr 08:30-12:00,13:00-15:00}. A week without any open minute cannot exist.
 */
public record BusinessWeek(Map<DayOfWeek, List<Hours>> open) {
    public static final BusinessWeek ALWAYS = parse("Mo-Su 00:00-24:00");

    /** Open from the first to just before the second minute of the local day; 1440 is midnight at its end. */
    public record Hours(int fromMinute, int toMinute) {
        public static final int DAY = 24 * 60;

        public Hours {
            if (fromMinute < 0 || toMinute > DAY || fromMinute >= toMinute) {
                throw new IllegalArgumentException("Not an interval of a day: " + text(fromMinute, toMinute));
            }
        }

        public boolean contains(LocalTime time) {
            int second = time.toSecondOfDay();
            return fromMinute * 60 <= second && second < toMinute * 60;
        }

        @Override
        public String toString() {
            return text(fromMinute, toMinute);
        }

        private static String text(int from, int to) {
            return "%02d:%02d-%02d:%02d".formatted(from / 60, from % 60, to / 60, to % 60);
        }
    }

    public BusinessWeek {
        EnumMap<DayOfWeek, List<Hours>> days = new EnumMap<>(DayOfWeek.class);
        open.forEach((day, hours) -> {
            if (!hours.isEmpty()) days.put(day, ordered(day, hours));
        });
        if (days.isEmpty()) throw new IllegalArgumentException("A business week needs open hours");
        open = Map.copyOf(days);
    }

    /** Reads what {@link #format()} writes, and German day names too; throws {@link MalformedText} with the position. */
    public static BusinessWeek parse(String text) {
        return new BusinessWeekReader(text).read();
    }

    public List<Hours> on(DayOfWeek day) {
        return open.getOrDefault(day, List.of());
    }

    /** Neighbouring days of equal hours become one range; reads back to an equal week. */
    public String format() {
        List<String> entries = new ArrayList<>();
        for (int first = 1, last; first <= 7; first = last + 1) {
            List<Hours> hours = on(DayOfWeek.of(first));
            last = first;
            while (last < 7 && on(DayOfWeek.of(last + 1)).equals(hours)) last++;
            if (!hours.isEmpty()) entries.add(days(first, last) + " " + text(hours));
        }
        return String.join("; ", entries);
    }

    private static String days(int first, int last) {
        String name = BusinessWeekReader.name(DayOfWeek.of(first));
        return first == last ? name : name + "-" + BusinessWeekReader.name(DayOfWeek.of(last));
    }

    private static String text(List<Hours> hours) {
        return hours.stream().map(Hours::toString).collect(Collectors.joining(","));
    }

    private static List<Hours> ordered(DayOfWeek day, List<Hours> hours) {
        for (int i = 1; i < hours.size(); i++) {
            if (hours.get(i).fromMinute() < hours.get(i - 1).toMinute()) {
                throw new IllegalArgumentException("Hours of " + day + " overlap or are out of order: " + text(hours));
            }
        }
        return List.copyOf(hours);
    }
}
