package doppelpass.kpi;

import doppelpass.core.Period;
import doppelpass.kpi.plug.Plan;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What was planned, put together for whole periods from the months of whoever keeps the plan. */
@Component
public class Plans {
    private final ObjectProvider<Plan> keepers;

    Plans(ObjectProvider<Plan> keepers) {
        this.keepers = keepers;
    }

    /** The plan of each KPI for the period; KPIs without one are left out. */
    Map<String, BigDecimal> of(Collection<Kpi> kpis, Period period) {
        Map<String, BigDecimal> plans = new HashMap<>();
        List<String> codes = kpis.stream().map(Kpi::code).toList();
        Map<String, Map<YearMonth, BigDecimal>> monthly = monthly(codes, months(period));
        kpis.forEach(kpi -> over(kpi, monthly.getOrDefault(kpi.code(), Map.of()), period)
                .ifPresent(plan -> plans.put(kpi.code(), plan)));
        return plans;
    }

    Map<String, Map<YearMonth, BigDecimal>> monthly(Collection<String> codes, List<YearMonth> months) {
        Map<String, Map<YearMonth, BigDecimal>> plans = new HashMap<>();
        keepers.stream().forEach(keeper -> plans.putAll(keeper.plans(codes, months)));
        return plans;
    }

    /**
     * Amounts and counts add up, a stock is that of the last month, shares and durations are the mean weighted by days.
     * A plan with a hole is no plan, and there is none for broken months.
     */
    public static Optional<BigDecimal> over(Kpi kpi, Map<YearMonth, BigDecimal> monthly, Period period) {
        List<YearMonth> months = months(period);
        if (months.isEmpty() || !monthly.keySet().containsAll(months)) return Optional.empty();
        if (kpi.row().basis() == Basis.STOCK) return Optional.ofNullable(monthly.get(months.getLast()));
        boolean additive = kpi.additive();
        BigDecimal sum = BigDecimal.ZERO;
        for (YearMonth month : months) {
            BigDecimal plan = java.util.Objects.requireNonNull(monthly.get(month));
            sum = sum.add(additive ? plan : plan.multiply(BigDecimal.valueOf(month.lengthOfMonth())));
        }
        return Optional.of(additive ? sum : sum.divide(BigDecimal.valueOf(period.days()), MathContext.DECIMAL64));
    }

    /** The months of a period of whole months, else none. */
    private static List<YearMonth> months(Period period) {
        if (period.from().getDayOfMonth() != 1 || period.to().getDayOfMonth() != 1) return List.of();
        return Stream.iterate(
                        YearMonth.from(period.from()),
                        m -> m.isBefore(YearMonth.from(period.to())),
                        m -> m.plusMonths(1))
                .toList();
    }
}
