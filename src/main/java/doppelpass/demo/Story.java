package doppelpass.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Two years and the running month, and what made them good or bad: seasons, a trade fair each March, a first summer
 * without orders, a price rise, a month of broken promises, and of late a white paper that brings readers, not buyers.
 */
record Story(Instant now, ZoneId zone) {
    static final int MONTHS = 24;

    /** Before the two years, so that they begin with deals that are already under way. */
    private static final int RUN_UP = 4;

    private static final double[] SEASON = {0.92, 1.04, 1.16, 1.02, 1.0, 0.98, 0.8, 0.62, 1.14, 1.16, 1.1, 0.66};

    LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    YearMonth running() {
        return YearMonth.from(today());
    }

    YearMonth first() {
        return running().minusMonths(MONTHS + RUN_UP);
    }

    /** The full months from the run-up on, and the running one. */
    List<YearMonth> months() {
        return IntStream.rangeClosed(0, MONTHS + RUN_UP)
                .mapToObj(first()::plusMonths)
                .toList();
    }

    /** The day the company began to work with the program, a fortnight before the first month. */
    Instant start() {
        return at(first().atDay(1).minusDays(14), 9, 0);
    }

    Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(LocalTime.of(hour, minute)).atZone(zone).toInstant();
    }

    LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    /** How many months a month lies back; 0 is the running one. */
    int ago(YearMonth month) {
        return (running().getYear() - month.getYear()) * 12 + running().getMonthValue() - month.getMonthValue();
    }

    int ago(Instant moment) {
        return ago(YearMonth.from(day(moment)));
    }

    double season(YearMonth month) {
        return SEASON[month.getMonthValue() - 1];
    }

    /** New leads to expect; the last months bring more of them, not better ones. */
    double leads(YearMonth month) {
        double trend = 74 + 0.5 * (MONTHS - ago(month));
        return trend * season(month) * (paper(month) ? 1.3 : 1) * passed(month);
    }

    /** The share of a month that lies behind. */
    double passed(YearMonth month) {
        return month.equals(running()) ? (today().getDayOfMonth() - 0.5) / month.lengthOfMonth() : 1;
    }

    boolean badSummer(YearMonth month) {
        return ago(month) > 12 && (month.getMonthValue() == 7 || month.getMonthValue() == 8);
    }

    boolean brokenPromises(YearMonth month) {
        return ago(month) == 4;
    }

    boolean afterPriceRise(YearMonth month) {
        return ago(month) <= 9;
    }

    /** Customers still bargain about the new prices. */
    boolean priceShock(YearMonth month) {
        return ago(month) == 9 || ago(month) == 8;
    }

    boolean paper(YearMonth month) {
        return ago(month) <= 2;
    }

    boolean future(Instant moment) {
        return moment.isAfter(now);
    }

    Instant earlier(Duration by) {
        return now.minus(by);
    }
}
