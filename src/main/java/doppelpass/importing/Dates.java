package doppelpass.importing;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days and times as files write them; only {@code 3/4/2021} needs to be told which number is the day. */
final class Dates {
    /** Which number comes first where both orders are possible. */
    enum Order {
        DAY_FIRST,
        MONTH_FIRST
    }

    private static final String TIME =
            "(?:[T,]?\\s*(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?\\s*(AM|PM|am|pm|Uhr)?\\s*(Z|[+-]\\d{2}:?\\d{2})?)?";
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})" + TIME);
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})[-/.](\\d{4}|\\d{2})" + TIME);
    private static final Pattern DAY_WORD =
            Pattern.compile("(\\d{1,2})\\.?[\\s-]+(\\p{L}{3,9})\\.?,?[\\s-]+(\\d{4})" + TIME);
    private static final Pattern WORD_DAY = Pattern.compile("(\\p{L}{3,9})\\.?\\s+(\\d{1,2}),?\\s+(\\d{4})" + TIME);
    private static final Pattern MILLIS = Pattern.compile("-?\\d{12,13}");
    private static final Map<String, Integer> MONTHS = months();

    private Dates() {}

    /** The moment a text names; a time without a zone is the zone's, a day alone is its first moment there. */
    static Optional<Instant> instant(String text, Order order, ZoneId zone) {
        String written = text.strip();
        if (MILLIS.matcher(written).matches()) {
            return Optional.of(Instant.ofEpochMilli(Long.parseLong(written)));
        }
        return parse(written, order)
                .map(p -> p.offset() == null
                        ? p.local().atZone(zone).toInstant()
                        : OffsetDateTime.of(p.local(), p.offset()).toInstant());
    }

    /** The day a text names, in the zone where it says a moment of its own. */
    static Optional<LocalDate> day(String text, Order order, ZoneId zone) {
        return instant(text, order, zone).map(i -> i.atZone(zone).toLocalDate());
    }

    private record Parsed(LocalDateTime local, @Nullable ZoneOffset offset) {}

    private static Optional<Parsed> parse(String text, Order order) {
        try {
            Matcher m = YEAR_FIRST.matcher(text);
            if (m.matches()) {
                return Optional.of(at(m, 4, number(m, 1), number(m, 2), number(m, 3)));
            }
            m = NUMBERS.matcher(text);
            if (m.matches()) {
                boolean monthFirst = !m.group(2).equals(".") && order == Order.MONTH_FIRST;
                int day = number(m, monthFirst ? 3 : 1);
                return Optional.of(at(m, 5, year(m.group(4)), number(m, monthFirst ? 1 : 3), day));
            }
            m = DAY_WORD.matcher(text);
            if (m.matches()) {
                return Optional.of(at(m, 4, number(m, 3), month(m.group(2)), number(m, 1)));
            }
            m = WORD_DAY.matcher(text);
            if (m.matches()) {
                return Optional.of(at(m, 4, number(m, 3), month(m.group(1)), number(m, 2)));
            }
            return Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Parsed at(Matcher m, int time, int year, int month, int day) {
        LocalDate date = LocalDate.of(year, month, day);
        if (m.group(time) == null) {
            return new Parsed(date.atStartOfDay(), null);
        }
        int hour = hour(number(m, time), m.group(time + 3));
        int second = m.group(time + 2) == null ? 0 : number(m, time + 2);
        String zone = m.group(time + 4);
        ZoneOffset offset = zone == null ? null : zone.equals("Z") ? ZoneOffset.UTC : ZoneOffset.of(zone);
        return new Parsed(date.atTime(LocalTime.of(hour, number(m, time + 1), second)), offset);
    }

    private static int hour(int written, @Nullable String half) {
        if (half == null || half.equals("Uhr")) {
            return written;
        }
        if (written < 1 || written > 12) {
            throw new DateTimeException("hour " + written);
        }
        return written % 12 + (half.equalsIgnoreCase("PM") ? 12 : 0);
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }

    private static int year(String written) {
        int year = Integer.parseInt(written);
        return written.length() == 4 ? year : year < 70 ? 2000 + year : 1900 + year;
    }

    private static int month(String word) {
        Integer month = MONTHS.get(word.toLowerCase(Locale.ROOT));
        if (month == null) {
            throw new DateTimeException("month " + word);
        }
        return month;
    }

    /** What the values of one column say about the order of day and month; {@code usual} where none is decisive. */
    static Order order(List<String> values, Order usual) {
        for (String value : values) {
            Matcher m = NUMBERS.matcher(value.strip());
            if (m.matches() && !m.group(2).equals(".")) {
                if (number(m, 1) > 12) {
                    return Order.DAY_FIRST;
                }
                if (number(m, 3) > 12) {
                    return Order.MONTH_FIRST;
                }
            }
        }
        return usual;
    }

    private static Map<String, Integer> months() {
        String[][] names = {
            {"jan", "january", "januar", "jänner"},
            {"feb", "february", "februar"},
            {"mar", "march", "mär", "märz", "mrz"},
            {"apr", "april"},
            {"may", "mai"},
            {"jun", "june", "juni"},
            {"jul", "july", "juli"},
            {"aug", "august"},
            {"sep", "sept", "september"},
            {"oct", "october", "okt", "oktober"},
            {"nov", "november"},
            {"dec", "december", "dez", "dezember"}
        };
        Map<String, Integer> months = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            for (String name : names[i]) {
                months.put(name, i + 1);
            }
        }
        return Map.copyOf(months);
    }
}
