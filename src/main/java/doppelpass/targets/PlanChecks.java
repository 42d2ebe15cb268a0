package doppelpass.targets;

import doppelpass.kpi.Kpi;
import doppelpass.kpi.Unit;
import doppelpass.web.Refusal;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is wrong or remarkable about a year's plan. */
final class PlanChecks {
    /** A month that plans this many times more or less than last year's value wants an explanation. */
    private static final BigDecimal JUMP = BigDecimal.valueOf(2);

    private PlanChecks() {}

    /** Values that cannot be: counts below zero or broken, shares beyond 100 %. */
    static void refuse(Kpi kpi, Map<YearMonth, BigDecimal> values) {
        values.forEach((month, value) -> {
            boolean broken = kpi.unit() == Unit.COUNT
                    && (value.signum() < 0 || value.stripTrailingZeros().scale() > 0);
            boolean beyond = kpi.unit() == Unit.PERCENT && (value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0);
            if (broken) throw Refusal.of("targets.error.count", month.toString());
            if (beyond) throw Refusal.of("targets.error.share", month.toString());
        });
    }

    static List<Remark> remarks(
            Kpi kpi,
            List<YearMonth> months,
            Map<YearMonth, BigDecimal> plan,
            Map<YearMonth, BigDecimal> yearBefore,
            YearMonth now) {
        List<Remark> remarks = new ArrayList<>();
        List<YearMonth> missing =
                months.stream().filter(m -> !plan.containsKey(m)).toList();
        if (!plan.isEmpty() && !missing.isEmpty())
            remarks.add(new Remark("targets.check.missing", List.of(missing.size())));
        if (!kpi.agreed()) remarks.add(new Remark("targets.check.unsigned", List.of()));
        if (!missing.isEmpty() && !missing.getFirst().isAfter(now)) {
            remarks.add(
                    new Remark("targets.check.late", List.of(missing.getFirst().toString())));
        }
        long jumps = plan.entrySet().stream()
                .filter(entry ->
                        jumps(entry.getValue(), yearBefore.get(entry.getKey().minusYears(1))))
                .count();
        if (jumps > 0) remarks.add(new Remark("targets.check.jump", List.of(jumps)));
        return remarks;
    }

    private static boolean jumps(BigDecimal plan, @org.jspecify.annotations.Nullable BigDecimal before) {
        if (before == null || before.signum() <= 0) return false;
        return plan.compareTo(before.multiply(JUMP)) > 0 || plan.multiply(JUMP).compareTo(before) < 0;
    }
}
