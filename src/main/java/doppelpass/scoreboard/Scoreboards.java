package doppelpass.scoreboard;

import doppelpass.core.Period;
import doppelpass.kpi.Direction;
import doppelpass.kpi.Figure;
import doppelpass.kpi.Kpi;
import doppelpass.kpi.Kpis;
import doppelpass.kpi.Light;
import doppelpass.kpi.Question;
import doppelpass.kpi.plug.Plan;
import doppelpass.profit.Comparison;
import doppelpass.profit.Profits;
import doppelpass.web.Chart;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Puts the scoreboard together: two questions to the KPI engine, one for a year of months, one for the reasons. */
@Component
class Scoreboards {
    private static final List<String> PROMISES = List.of("K37", "K36", "K33", "K38", "K38a", "K38b", "K39");
    private static final List<String> CHANGES = List.of("K17", "K18", "K19", "K20", "K22", "K03", "K25", "K26", "K42c");
    private static final String RETURNED = "K34";
    private static final String PROFIT = "K01";
    private static final int MONTHS = 12;

    private final Kpis kpis;
    private final Profits profits;
    private final List<Plan> plans;

    Scoreboards(Kpis kpis, Profits profits, List<Plan> plans) {
        this.kpis = kpis;
        this.profits = profits;
        this.plans = plans;
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    Scoreboard of(YearMonth month, Locale locale, String monthsTitle, String planTitle) {
        List<YearMonth> months =
                IntStream.rangeClosed(1 - MONTHS, 0).mapToObj(month::plusMonths).toList();
        List<String> codes = new ArrayList<>(List.of(PROFIT));
        codes.addAll(PROMISES);
        codes.addAll(CHANGES);
        Map<String, List<Figure>> series = kpis.series(codes.stream().distinct().toList(), months);
        Map<String, Map<YearMonth, BigDecimal>> planned = allPlans(codes, months);
        Map<String, Kpi> definitions = new HashMap<>();
        kpis.all().forEach(kpi -> definitions.put(kpi.code(), kpi));
        return new Scoreboard(
                month,
                profits.report(Period.month(month), Comparison.PLAN),
                chart(months, series, planned, locale, monthsTitle, planTitle),
                FunnelStage.of(last(series), planned(planned, month)),
                promises(series, planned, month, definitions, locale),
                reasons(month),
                changes(series, definitions, locale));
    }

    private Map<String, Map<YearMonth, BigDecimal>> allPlans(List<String> codes, List<YearMonth> months) {
        return plans.isEmpty() ? Map.of() : plans.getFirst().plans(codes, months);
    }

    private static Chart chart(
            List<YearMonth> months,
            Map<String, List<Figure>> series,
            Map<String, Map<YearMonth, BigDecimal>> plans,
            Locale locale,
            String title,
            String planTitle) {
        var names = java.time.format.DateTimeFormatter.ofPattern("LLL", locale);
        Map<YearMonth, BigDecimal> planned = plans.getOrDefault(PROFIT, Map.of());
        List<Chart.Series> drawn = new ArrayList<>();
        drawn.add(new Chart.Series(
                title,
                "lead",
                series.getOrDefault(PROFIT, List.of()).stream()
                        .map(f -> major(f.value()))
                        .toList(),
                months.stream().map(m -> "/scoreboard?month=" + m).toList()));
        if (!planned.isEmpty()) {
            drawn.add(new Chart.Series(
                    planTitle,
                    "good",
                    months.stream().map(m -> major(planned.get(m))).toList()));
        }
        return new Chart(
                title, "bar", "m", "", 0, months.stream().map(names::format).toList(), drawn);
    }

    private List<Scoreboard.Promise> promises(
            Map<String, List<Figure>> series,
            Map<String, Map<YearMonth, BigDecimal>> plans,
            YearMonth month,
            Map<String, Kpi> definitions,
            Locale locale) {
        List<Scoreboard.Promise> promises = new ArrayList<>();
        for (String code : PROMISES) {
            Kpi kpi = definitions.get(code);
            List<Figure> figures = series.getOrDefault(code, List.of());
            if (kpi != null && !figures.isEmpty()) {
                BigDecimal planned = plans.getOrDefault(code, Map.of()).get(month);
                String tone = Light.of(kpi.row(), figures.getLast(), planned).tone();
                promises.add(new Scoreboard.Promise(code, kpi.owner(), kpi.name(locale), figures.getLast(), tone));
            }
        }
        return promises;
    }

    private List<Scoreboard.Reason> reasons(YearMonth month) {
        List<Figure> figures =
                kpis.figures(new Question(List.of(RETURNED), List.of(Period.month(month)), "reason", null));
        long all = figures.stream().mapToLong(Scoreboards::count).sum();
        return figures.stream()
                .filter(f -> count(f) > 0)
                .sorted(Comparator.comparingLong(Scoreboards::count).reversed())
                .limit(5)
                .map(f -> new Scoreboard.Reason(
                        Objects.requireNonNullElse(f.group(), ""), count(f), (double) count(f) / all))
                .toList();
    }

    private static List<Scoreboard.Change> changes(
            Map<String, List<Figure>> series, Map<String, Kpi> definitions, Locale locale) {
        List<Scoreboard.Change> changes = new ArrayList<>();
        for (String code : CHANGES) {
            Kpi kpi = definitions.get(code);
            List<Figure> figures = series.getOrDefault(code, List.of());
            if (kpi != null && figures.size() > 1) {
                Figure now = figures.getLast();
                Figure before = figures.get(figures.size() - 2);
                changes.add(new Scoreboard.Change(
                        code, kpi.owner(), kpi.name(locale), now, before, better(kpi, now.value(), before.value())));
            }
        }
        return changes;
    }

    private static @Nullable Boolean better(Kpi kpi, @Nullable BigDecimal now, @Nullable BigDecimal before) {
        if (now == null
                || before == null
                || now.compareTo(before) == 0
                || kpi.row().direction() == Direction.BAND) {
            return null;
        }
        return (now.compareTo(before) > 0) == (kpi.row().direction() == Direction.HIGHER);
    }

    private static Map<String, Figure> last(Map<String, List<Figure>> series) {
        Map<String, Figure> last = new HashMap<>();
        series.forEach((code, figures) -> last.put(code, figures.getLast()));
        return last;
    }

    private static Map<String, BigDecimal> planned(Map<String, Map<YearMonth, BigDecimal>> plans, YearMonth month) {
        Map<String, BigDecimal> planned = new HashMap<>();
        plans.forEach((code, values) -> {
            BigDecimal value = values.get(month);
            if (value != null) {
                planned.put(code, value);
            }
        });
        return planned;
    }

    private static long count(Figure figure) {
        BigDecimal value = figure.value();
        return value == null ? 0 : value.longValue();
    }

    private static @Nullable Double major(@Nullable BigDecimal minor) {
        return minor == null ? null : minor.movePointLeft(2).doubleValue();
    }
}
