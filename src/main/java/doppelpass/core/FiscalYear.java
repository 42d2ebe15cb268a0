package doppelpass.core;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/** Twelve months from {@code first} on; a fiscal year is called by the calendar year in which it starts. */
public record FiscalYear(YearMonth first) {
    private static final int MONTHS = 12;
    private static final int QUARTER = 3;

    /** The one that starts in this calendar year; {@code startMonth} is 1 to 12. */
    public static FiscalYear of(int year, int startMonth) {
        return new FiscalYear(YearMonth.of(year, startMonth));
    }

    public static FiscalYear containing(YearMonth month, int startMonth) {
        FiscalYear started = of(month.getYear(), startMonth);
        return month.isBefore(started.first) ? started.before() : started;
    }

    public int year() {
        return first.getYear();
    }

    /** "2026", or "2026/27" when it does not start in January. */
    public String name() {
        return first.getMonthValue() == 1 ? Integer.toString(year()) : year() + "/%02d".formatted((year() + 1) % 100);
    }

    public Period period() {
        return Period.months(first, MONTHS);
    }

    /** The quarter in which a month of this year lies. */
    public Period quarter(YearMonth month) {
        int passed = (month.getYear() - year()) * MONTHS + month.getMonthValue() - first.getMonthValue();
        return Period.months(first.plusMonths(passed - passed % QUARTER), QUARTER);
    }

    public List<YearMonth> months() {
        return IntStream.range(0, MONTHS).mapToObj(first::plusMonths).toList();
    }

    public FiscalYear before() {
        return new FiscalYear(first.minusYears(1));
    }
}
