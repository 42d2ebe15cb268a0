package doppelpass.forecast;

import doppelpass.forecast.Forecasts.Worth;
import doppelpass.forecast.views.Month;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What open deals may bring month by month: those that are overdue and those without a day apart, both in no month. */
final class Outlook {
    private final List<Worth> deals;

    Outlook(List<Worth> deals, Predicate<OpenDeal> wanted) {
        this.deals = deals.stream().filter(worth -> wanted.test(worth.deal())).toList();
    }

    /** The months from the running one; {@code won} and {@code plan} only where they are of the whole company. */
    List<Month> months(
            YearMonth first, int count, LocalDate today, Map<LocalDate, Long> won, Map<YearMonth, BigDecimal> plan) {
        List<Month> months = new ArrayList<>();
        for (YearMonth month = first; month.isBefore(first.plusMonths(count)); month = month.plusMonths(1)) {
            YearMonth here = month;
            Predicate<Worth> due = worth -> worth.deal().close() != null
                    && !worth.deal().close().isBefore(today)
                    && YearMonth.from(worth.deal().close()).equals(here);
            BigDecimal planned = plan.get(month);
            months.add(sum(
                    month, due, won.getOrDefault(month.atDay(1), 0L), planned == null ? null : planned.longValue()));
        }
        return months;
    }

    Month overdue(LocalDate today) {
        return sum(
                null,
                worth -> worth.deal().close() != null && worth.deal().close().isBefore(today),
                0,
                null);
    }

    Month undated() {
        return sum(null, worth -> worth.deal().close() == null, 0, null);
    }

    private Month sum(@Nullable YearMonth month, Predicate<Worth> which, long won, @Nullable Long plan) {
        List<Worth> these = deals.stream().filter(which).toList();
        return new Month(
                month,
                these.size(),
                these.stream().mapToLong(worth -> worth.deal().amountMinor()).sum(),
                these.stream().mapToLong(Worth::weightedMinor).sum(),
                won,
                plan);
    }
}
