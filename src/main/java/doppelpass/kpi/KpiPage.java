package doppelpass.kpi;

import doppelpass.web.Chart;
import doppelpass.web.Words;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One KPI as its page shows it: as known at the chosen moment ({@code line}) and restated ({@code today}), twelve periods,
 * and cut by one of its dimensions.
 */
public record KpiPage(
        KpiLine line,
        KpiLine today,
        KpiPeriod asked,
        String formula,
        List<Figure> past,
        List<@Nullable BigDecimal> planned,
        List<String> cuts,
        String cut,
        List<Figure> groups) {

    /** A bar's width against the largest group, such as {@code 42%}; none for what is negative or undefined. */
    public String percent(Figure group) {
        double largest = groups.stream()
                .mapToDouble(f -> f.value() == null ? 0 : f.value().doubleValue())
                .max()
                .orElse(0);
        double value = group.value() == null ? 0 : group.value().doubleValue();
        return (largest <= 0 || value <= 0 ? 0 : Math.round(100 * value / largest)) + "%";
    }

    /** The records of a group; the empty group are those without a value. */
    public String records(Figure group) {
        String name = group.group() == null ? "" : group.group();
        return "/kpis/" + line.kpi().code() + "/records" + asked.query() + "&by=" + cut + "&group="
                + URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    /** Whether what we know now differs from what was known then. */
    public boolean restated() {
        return asked.known() != null && !line.value().equals(today.value());
    }

    /** The twelve periods beside their plan; each bar leads to its period, cohorts still too young are grey. */
    public Chart chart() {
        Kpi kpi = line.kpi();
        Unit unit = kpi.unit();
        List<@Nullable Double> actual = new ArrayList<>();
        List<@Nullable Double> young = new ArrayList<>();
        List<@Nullable Double> plan = new ArrayList<>();
        past.forEach(figure -> {
            Double value = FigureWords.charted(figure.value(), unit);
            actual.add(figure.immature() ? null : value);
            young.add(figure.immature() ? value : null);
        });
        planned.forEach(value -> plan.add(FigureWords.charted(value, unit)));
        List<String> links = past.stream()
                .map(f -> "/kpis/" + kpi.code() + "?period=" + f.period().code())
                .toList();
        List<Chart.Series> series = new ArrayList<>();
        series.add(new Chart.Series(Words.t("kpi.actual"), colour(kpi.owner()), actual, links));
        if (young.stream().anyMatch(Objects::nonNull)) {
            series.add(new Chart.Series(Words.t("kpi.light.immature"), "muted", young, links));
        }
        if (plan.stream().anyMatch(Objects::nonNull)) series.add(new Chart.Series(Words.t("kpi.plan"), "good", plan));
        List<String> labels =
                past.stream().map(f -> Words.periodName(f.period())).toList();
        return new Chart(
                line.name(), "stacked", "m", FigureWords.symbol(unit), FigureWords.digits(unit), labels, series);
    }

    private static String colour(String owner) {
        return Map.of("marketing", "marketing", "sales", "sales", "service", "service")
                .getOrDefault(owner, "lead");
    }
}
