package doppelpass.kpi;

import doppelpass.core.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Figures as pages show them: beside their plan, with light and trend. */
@Component
public class KpiBoard {
    private final Kpis kpis;
    private final Plans plans;

    KpiBoard(Kpis kpis, Plans plans) {
        this.kpis = kpis;
        this.plans = plans;
    }

    /** One line per KPI in force, in the order asked for; the links keep the period. */
    public List<KpiLine> lines(Collection<String> codes, Period period, @Nullable Instant asKnownAt, String query) {
        Period last = period.previous();
        List<Period> three = List.of(last.previous(), last, period);
        Map<String, Kpi> known = new HashMap<>();
        kpis.all().forEach(kpi -> known.put(kpi.code(), kpi));
        Map<String, List<Figure>> figures = new HashMap<>();
        kpis.figures(new Question(withCoverage(codes, known), three, null, asKnownAt))
                .forEach(f -> figures.computeIfAbsent(f.code(), c -> new java.util.ArrayList<>())
                        .add(f));
        Map<String, BigDecimal> planned =
                plans.of(codes.stream().map(known::get).filter(Objects::nonNull).toList(), period);
        return codes.stream()
                .filter(figures::containsKey)
                .map(code -> {
                    Kpi kpi = Objects.requireNonNull(known.get(code));
                    List<Figure> coverage = coverage(kpi).map(figures::get).orElse(List.of());
                    return line(
                            kpi,
                            Objects.requireNonNull(figures.get(code)),
                            planned.get(code),
                            coverage.isEmpty() ? null : coverage.getLast(),
                            query);
                })
                .toList();
    }

    private static List<String> withCoverage(Collection<String> codes, Map<String, Kpi> known) {
        return Stream.concat(
                        codes.stream(),
                        known.values().stream()
                                .filter(kpi -> codes.contains(kpi.code()))
                                .flatMap(kpi -> coverage(kpi).stream()))
                .distinct()
                .toList();
    }

    private static Optional<String> coverage(Kpi kpi) {
        return Optional.ofNullable(kpi.row().coverage());
    }

    private static KpiLine line(
            Kpi kpi, List<Figure> three, @Nullable BigDecimal plan, @Nullable Figure coverage, String query) {
        Figure now = three.getLast();
        KpiLine.Trend trend =
                KpiLine.Trend.of(three.get(0).value(), three.get(1).value(), now.value());
        return new KpiLine(kpi, now, plan, Light.of(kpi.row(), now, plan), trend, coverage, query);
    }
}
