package doppelpass.targets;

import doppelpass.core.BusinessCalendar;
import doppelpass.core.LargestRemainder;
import doppelpass.core.Period;
import doppelpass.kpi.Kpi;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A year's value on twelve months. What adds up is split by weights with largest remainders, so the months are whole and
 * sum exactly to the year; shares, durations and averages are the same in every month.
 */
final class YearSplit {
    private YearSplit() {}

    static Map<YearMonth, BigDecimal> split(
            Kpi kpi, List<YearMonth> months, BigDecimal total, List<BigDecimal> weights) {
        Map<YearMonth, BigDecimal> split = new TreeMap<>();
        if (!kpi.additive()) {
            months.forEach(month -> split.put(month, total));
            return split;
        }
        List<Long> parts =
                LargestRemainder.split(total.setScale(0, RoundingMode.HALF_EVEN).longValueExact(), weights);
        for (int i = 0; i < months.size(); i++) split.put(months.get(i), BigDecimal.valueOf(parts.get(i)));
        return split;
    }

    static List<BigDecimal> even() {
        return java.util.Collections.nCopies(12, BigDecimal.ONE);
    }

    static List<BigDecimal> workdays(List<YearMonth> months, BusinessCalendar calendar) {
        List<BigDecimal> weights = new ArrayList<>();
        for (YearMonth month : months) {
            weights.add(BigDecimal.valueOf(calendar.businessDays(Period.month(month))));
        }
        return weights;
    }

    /** Last year's values as weights; negative or missing months weigh nothing, and a year of nothing is even. */
    static List<BigDecimal> lastYear(List<YearMonth> months, Map<YearMonth, BigDecimal> yearBefore) {
        List<BigDecimal> weights = months.stream()
                .map(month -> yearBefore
                        .getOrDefault(month.minusYears(1), BigDecimal.ZERO)
                        .max(BigDecimal.ZERO))
                .toList();
        return weights.stream().allMatch(weight -> weight.signum() == 0) ? even() : weights;
    }
}
