package doppelpass.profit;

import doppelpass.core.Money;
import doppelpass.core.Period;
import doppelpass.identity.Organisations;
import doppelpass.kpi.Figure;
import doppelpass.kpi.Kpis;
import doppelpass.kpi.Question;
import doppelpass.kpi.plug.Plan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Profit and its drivers, read through the KPI definitions: the same figures as everywhere else. */
@Component
public class Profits {
    private static final String PROFIT = "K01";
    private static final String REVENUE = "K02";
    private static final String BOOKINGS = "K03";
    private static final String MARKETING_COST = "K05";
    private static final String SALES_COST = "K06";
    private static final List<String> COUNTS = List.of("K17", "K18", "K19", "K20", "K22");
    private static final List<String> PLANNED =
            List.of(PROFIT, REVENUE, MARKETING_COST, SALES_COST, "K17", "K18", "K19", "K20", "K22");
    private static final List<String> CODES =
            Stream.concat(PLANNED.stream(), Stream.of(BOOKINGS)).toList();

    private static final String COST_KNOWN = "K04b";
    private static final List<String> ASKED =
            Stream.concat(CODES.stream(), Stream.of(COST_KNOWN)).toList();

    private final Kpis kpis;
    private final List<Plan> plans;
    private final Organisations organisations;

    Profits(Kpis kpis, List<Plan> plans, Organisations organisations) {
        this.kpis = kpis;
        this.plans = plans;
        this.organisations = organisations;
    }

    public ProfitReport report(Period period, Comparison comparison) {
        Period base = comparison.base(period);
        Map<String, BigDecimal> values = values(period);
        Drivers actual = drivers(values);
        Optional<Drivers> held = comparison == Comparison.PLAN
                ? planned(months(period)).map(this::drivers)
                : Optional.of(drivers(values(base)));
        return new ProfitReport(period, comparison, base, actual, held, Optional.ofNullable(values.get(COST_KNOWN)));
    }

    private Map<String, BigDecimal> values(Period period) {
        return kpis.figures(new Question(ASKED, List.of(period), null, null)).stream()
                .filter(f -> f.value() != null)
                .collect(Collectors.toMap(Figure::code, f -> orZero(f.value())));
    }

    /**
     * The sums of the months' plans; empty unless every driver is planned for every month. Without a plan for bookings
     * they are planned like the revenue: no lag.
     */
    private Optional<Map<String, BigDecimal>> planned(List<YearMonth> months) {
        Map<String, Map<YearMonth, BigDecimal>> planned = planned(CODES, months);
        if (!PLANNED.stream().allMatch(code -> complete(planned, code, months))) {
            return Optional.empty();
        }
        Map<String, BigDecimal> sums = new HashMap<>();
        PLANNED.forEach(code -> sums.put(code, sum(planned.get(code))));
        sums.put(BOOKINGS, sum(planned.get(complete(planned, BOOKINGS, months) ? BOOKINGS : REVENUE)));
        return Optional.of(sums);
    }

    private static boolean complete(
            Map<String, Map<YearMonth, BigDecimal>> planned, String code, List<YearMonth> months) {
        return planned.getOrDefault(code, Map.of()).keySet().containsAll(months);
    }

    /** Without anybody who keeps a plan there is none. */
    private Map<String, Map<YearMonth, BigDecimal>> planned(List<String> codes, List<YearMonth> months) {
        return plans.isEmpty() ? Map.of() : plans.getFirst().plans(codes, months);
    }

    private Drivers drivers(Map<String, BigDecimal> values) {
        Currency currency = organisations.get().currency();
        Money marketing = money(values.get(MARKETING_COST), currency);
        Money sales = money(values.get(SALES_COST), currency);
        // DB III plus both teams' cost is DB I: exact, where a rounded ratio times revenue would not be
        Money db1 = money(values.get(PROFIT), currency).plus(marketing).plus(sales);
        List<Long> counts = COUNTS.stream()
                .map(code -> orZero(values.get(code))
                        .setScale(0, RoundingMode.HALF_EVEN)
                        .longValueExact())
                .toList();
        Funnel funnel = new Funnel(
                counts.get(0),
                counts.get(1),
                counts.get(2),
                counts.get(3),
                counts.get(4),
                money(values.get(BOOKINGS), currency),
                money(values.get(REVENUE), currency),
                db1);
        return new Drivers(funnel, marketing, sales);
    }

    private static List<YearMonth> months(Period period) {
        return period.months().stream().map(m -> YearMonth.from(m.from())).toList();
    }

    private static BigDecimal sum(@Nullable Map<YearMonth, BigDecimal> months) {
        return months == null ? BigDecimal.ZERO : months.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Money money(@Nullable BigDecimal minor, Currency currency) {
        return new Money(orZero(minor).setScale(0, RoundingMode.HALF_EVEN).longValueExact(), currency);
    }

    private static BigDecimal orZero(@Nullable BigDecimal value) {
        return value == null ? BigDecimal.ZERO : value;
    }
}
