package doppelpass.campaigns;

import doppelpass.core.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A campaign's budget beside what was booked and what of it was served up to and including a day, all in minor units;
 * {@code months} are the calendar months of the service periods with their share.
 */
public record Spending(@Nullable Long budgetMinor, long bookedMinor, long servedMinor, List<Month> months) {
    private static final int MOST_MONTHS = 36;

    public record Month(Period month, long minor) {}

    static Spending of(@Nullable Long budgetMinor, List<Cost> all, LocalDate today) {
        List<Cost> costs =
                all.stream().filter(cost -> cost.replacedAt() == null).toList();
        long booked = costs.stream().mapToLong(c -> c.entry().amountMinor()).sum();
        long served = costs.stream()
                .filter(c -> !c.entry().fromDay().isAfter(today))
                .mapToLong(c -> c.accrued(new Period(c.entry().fromDay(), today.plusDays(1))))
                .sum();
        return new Spending(budgetMinor, booked, served, months(costs));
    }

    private static List<Month> months(List<Cost> costs) {
        if (costs.isEmpty()) {
            return List.of();
        }
        LocalDate first = costs.stream()
                .map(c -> c.entry().fromDay())
                .min(LocalDate::compareTo)
                .orElseThrow();
        LocalDate last = costs.stream()
                .map(c -> c.entry().toDay())
                .max(LocalDate::compareTo)
                .orElseThrow();
        List<Period> periods = new Period(first, last.plusDays(1)).months();
        long[] sums = new long[periods.size()];
        for (Cost cost : costs) {
            List<Long> parts = cost.accrued(periods);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += parts.get(i);
            }
        }
        List<Month> months = new ArrayList<>();
        for (int i = Math.max(0, sums.length - MOST_MONTHS); i < sums.length; i++) {
            months.add(new Month(periods.get(i), sums[i]));
        }
        return months;
    }

    public @Nullable Long leftMinor() {
        return budgetMinor == null ? null : budgetMinor - bookedMinor;
    }

    public boolean over() {
        return budgetMinor != null && bookedMinor > budgetMinor;
    }

    /** The booked share of the budget as the width of a bar, at most all of it. */
    public String width() {
        return budgetMinor == null || budgetMinor == 0
                ? "0%"
                : Math.clamp(Math.round(100.0 * bookedMinor / budgetMinor), 0, 100) + "%";
    }
}
