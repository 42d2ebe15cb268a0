package doppelpass.core;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days from {@code from} up to, but not including, {@code to}: at least one, at most a hundred years. Turns into instants
 * only with a zone, because a month begins at different moments in Berlin and in Lisbon.
 */
public record Period(LocalDate from, LocalDate to) {
    private static final Pattern CALENDAR = Pattern.compile("(\\d{4})(?:-(?:Q([1-4])|(\\d{2})))?");
    private static final Pattern RANGE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})/(\\d{4}-\\d{2}-\\d{2})");

    public Period {
        if (!from.isBefore(to)) throw new IllegalArgumentException("A period needs a day: " + from + "/" + to);
        if (from.getYear() < 1000 || to.getYear() > 9999) {
            throw new IllegalArgumentException("Years of four digits only: " + from + "/" + to);
        }
        if (to.isAfter(from.plusYears(100))) {
            throw new IllegalArgumentException("A period lasts at most 100 years: " + from + "/" + to);
        }
    }

    public static Period day(LocalDate day) {
        return new Period(day, day.plusDays(1));
    }

    public static Period month(YearMonth month) {
        return months(month, 1);
    }

    public static Period quarter(int year, int quarter) {
        if (quarter < 1 || quarter > 4) throw new IllegalArgumentException("Quarter " + quarter + " is not 1 to 4");
        return months(YearMonth.of(year, 3 * quarter - 2), 3);
    }

    public static Period year(int year) {
        return months(YearMonth.of(year, Month.JANUARY), 12);
    }

    /** Whole months, so also fiscal years and fiscal quarters. */
    public static Period months(YearMonth first, int count) {
        return new Period(first.atDay(1), first.plusMonths(count).atDay(1));
    }

    /** Reads "2018", "2018-Q1", "2018-01" and, half-open, "2018-01-15/2018-02-01"; the inverse of {@link #code()}. */
    public static Period parse(String code) {
        try {
            Matcher calendar = CALENDAR.matcher(code);
            if (calendar.matches()) return ofCalendar(calendar);
            Matcher range = RANGE.matcher(code);
            if (range.matches()) return new Period(LocalDate.parse(range.group(1)), LocalDate.parse(range.group(2)));
        } catch (DateTimeException | IllegalArgumentException impossible) {
            throw new MalformedText(code, 0, String.valueOf(impossible.getMessage()));
        }
        throw new MalformedText(code, 0, "expected a period such as 2018, 2018-Q1, 2018-01 or 2018-01-15/2018-02-01");
    }

    private static Period ofCalendar(Matcher parts) {
        int year = Integer.parseInt(parts.group(1));
        if (parts.group(2) != null) return quarter(year, Integer.parseInt(parts.group(2)));
        if (parts.group(3) != null) return month(YearMonth.of(year, Integer.parseInt(parts.group(3))));
        return year(year);
    }

    /** The shortest text that {@link #parse} reads back to this period. */
    public String code() {
        YearMonth first = YearMonth.from(from);
        if (equals(month(first))) return first.toString();
        if (equals(months(first, 3)) && first.getMonthValue() % 3 == 1) {
            return from.getYear() + "-Q" + (first.getMonthValue() + 2) / 3;
        }
        if (equals(months(first, 12)) && first.getMonth() == Month.JANUARY) return String.valueOf(from.getYear());
        return from + "/" + to;
    }

    public Instant from(ZoneId zone) {
        return from.atStartOfDay(zone).toInstant();
    }

    public Instant to(ZoneId zone) {
        return to.atStartOfDay(zone).toInstant();
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(to);
    }

    public boolean contains(Instant moment, ZoneId zone) {
        return contains(LocalDate.ofInstant(moment, zone));
    }

    public long days() {
        return ChronoUnit.DAYS.between(from, to);
    }

    /** The calendar months touched, the first and last cut to this period. */
    public List<Period> months() {
        return from.withDayOfMonth(1)
                .datesUntil(to, java.time.Period.ofMonths(1))
                .map(first -> month(YearMonth.from(first)).cutTo(this))
                .toList();
    }

    /** The period of equal length right before: as many months if this one is whole months, else as many days. */
    public Period previous() {
        if (from.getDayOfMonth() == 1 && to.getDayOfMonth() == 1) {
            return new Period(from.minusMonths(ChronoUnit.MONTHS.between(from, to)), from);
        }
        return new Period(from.minusDays(days()), from);
    }

    /** The same days a year earlier; whole months stay whole months in leap years too. */
    public Period yearBefore() {
        LocalDate start = from.minusYears(1);
        LocalDate end = to.minusYears(1);
        // 28 and 29 February fall on one day; a period that ends between them keeps that day
        return new Period(start, end.isAfter(start) ? end : start.plusDays(1));
    }

    private Period cutTo(Period whole) {
        return new Period(from.isBefore(whole.from) ? whole.from : from, to.isAfter(whole.to) ? whole.to : to);
    }

    @Override
    public String toString() {
        return code();
    }
}
