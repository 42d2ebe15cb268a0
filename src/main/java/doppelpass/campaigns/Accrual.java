package doppelpass.campaigns;

import doppelpass.core.LargestRemainder;
import doppelpass.core.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Spreads a cost over the days of its service period (domain: cost accrued by days, K05). Periods that cover it whole get
 * parts that add up to it exactly, by largest remainder in minor units.
 */
final class Accrual {
    private Accrual() {}

    /** What falls into each of these periods, which must not overlap; days in none of them keep their share. */
    static List<Long> split(long amountMinor, LocalDate first, LocalDate last, List<Period> periods) {
        Period service = new Period(first, last.plusDays(1));
        List<BigDecimal> days = new ArrayList<>();
        long outside = service.days();
        for (Period period : periods) {
            long shared = shared(service, period);
            days.add(BigDecimal.valueOf(shared));
            outside -= shared;
        }
        if (outside < 0) {
            throw new IllegalArgumentException("The periods overlap: " + periods);
        }
        days.add(BigDecimal.valueOf(outside));
        return LargestRemainder.split(amountMinor, days).subList(0, periods.size());
    }

    private static long shared(Period a, Period b) {
        LocalDate from = a.from().isAfter(b.from()) ? a.from() : b.from();
        LocalDate to = a.to().isBefore(b.to()) ? a.to() : b.to();
        return Math.max(0, ChronoUnit.DAYS.between(from, to));
    }
}
