package doppelpass.targets;

import doppelpass.core.Period;
import doppelpass.identity.Organisations;
import doppelpass.identity.Person;
import doppelpass.kpi.Kpi;
import doppelpass.kpi.Kpis;
import doppelpass.kpi.Plans;
import doppelpass.kpi.plug.Plan;
import doppelpass.web.Refusal;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The agreed plan per KPI and month, in the KPI's own unit: money in minor units, shares from 0 to 1. */
@Component
public class Targets implements Plan {
    /** Period quotients mix the cohorts, so they are never planned. */
    private static final Pattern NEVER_PLANNED = Pattern.compile("K23[a-e]p");

    private final PlanTable table;
    private final Kpis kpis;
    private final Organisations organisations;
    private final Clock clock;

    Targets(PlanTable table, Kpis kpis, Organisations organisations, Clock clock) {
        this.table = table;
        this.kpis = kpis;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** The KPIs that can have a plan. */
    public List<Kpi> planned() {
        return kpis.all().stream().filter(kpi -> plannable(kpi.code())).toList();
    }

    /** The plan of a KPI for a period of whole months; empty if a month has none. */
    public Optional<BigDecimal> plan(String code, Period period) {
        List<YearMonth> months = period.months().stream()
                .map(month -> YearMonth.from(month.from()))
                .toList();
        Map<YearMonth, BigDecimal> monthly = plans(List.of(code), months).getOrDefault(code, Map.of());
        return kpis.find(code).flatMap(kpi -> Plans.over(kpi, monthly, period));
    }

    @Override
    public Map<String, Map<YearMonth, BigDecimal>> plans(Collection<String> codes, List<YearMonth> months) {
        return table.plans(codes, months);
    }

    /** Plans a fiscal year anew; months left empty lose their plan, unchanged ones keep their history untouched. */
    @Transactional
    public void change(String code, int year, Map<YearMonth, BigDecimal> values, String reason, Person by) {
        Kpi kpi = get(code);
        PlanChecks.refuse(kpi, values);
        List<YearMonth> months = organisations.get().fiscalYear(year).months();
        Map<YearMonth, BigDecimal> before = plans(List.of(code), months).getOrDefault(code, Map.of());
        if (reason.isBlank() && before.keySet().stream().anyMatch(m -> differs(before.get(m), values.get(m)))) {
            throw Refusal.of("targets.error.reason");
        }
        for (YearMonth month : months) {
            BigDecimal value = values.get(month);
            if (differs(before.get(month), value)) {
                table.replace(code, month, value, reason.strip(), by.id(), clock.instant());
            }
        }
    }

    Kpi get(String code) {
        return kpis.find(code).filter(kpi -> plannable(kpi.code())).orElseThrow(Refusal::notFound);
    }

    private static boolean plannable(String code) {
        return !NEVER_PLANNED.matcher(code).matches();
    }

    private static boolean differs(@Nullable BigDecimal before, @Nullable BigDecimal after) {
        return before == null || after == null ? before != after : before.compareTo(after) != 0;
    }
}
