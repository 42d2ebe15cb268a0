package doppelpass.scoreboard;

import doppelpass.kpi.Figure;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One stage of the funnel: how many entered it in the period, the plan, and the quotient to the stage before with its
 * planned value. {@code height} is the bar's, in pixels.
 */
public record FunnelStage(
        String kpi,
        String term,
        String owner,
        long count,
        @Nullable Long plan,
        double height,
        @Nullable BigDecimal quotient,
        @Nullable BigDecimal plannedQuotient) {
    private static final double TALLEST = 100;

    private record Shape(String kpi, String term, String owner) {}

    private static final List<Shape> SHAPES = List.of(
            new Shape("K17", "lead", "marketing"),
            new Shape("K18", "mql", "marketing"),
            new Shape("K19", "sal", "both"),
            new Shape("K20", "sql", "sales"),
            new Shape("K22", "win", "sales"));

    public static final List<String> CODES = SHAPES.stream().map(Shape::kpi).toList();

    static List<FunnelStage> of(Map<String, Figure> figures, Map<String, BigDecimal> plans) {
        List<Long> counts = CODES.stream().map(code -> count(figures.get(code))).toList();
        long most = Math.max(1, counts.stream().mapToLong(Long::longValue).max().orElse(1));
        List<FunnelStage> stages = new ArrayList<>();
        for (int i = 0; i < SHAPES.size(); i++) {
            Shape shape = SHAPES.get(i);
            BigDecimal plan = plans.get(shape.kpi());
            BigDecimal planBefore = i == 0 ? null : plans.get(SHAPES.get(i - 1).kpi());
            long count = counts.get(i);
            stages.add(new FunnelStage(
                    shape.kpi(),
                    shape.term(),
                    shape.owner(),
                    count,
                    plan == null
                            ? null
                            : plan.setScale(0, RoundingMode.HALF_EVEN).longValue(),
                    Math.max(2, TALLEST * count / most),
                    i == 0 ? null : quotient(BigDecimal.valueOf(count), BigDecimal.valueOf(counts.get(i - 1))),
                    plan == null || planBefore == null ? null : quotient(plan, planBefore)));
        }
        return stages;
    }

    /** In points of a percentage against the plan. */
    public Optional<Double> points() {
        return quotient == null || plannedQuotient == null
                ? Optional.empty()
                : Optional.of(quotient.subtract(plannedQuotient).doubleValue() * 100);
    }

    private static long count(@Nullable Figure figure) {
        BigDecimal value = figure == null ? null : figure.value();
        return value == null ? 0 : value.longValue();
    }

    private static @Nullable BigDecimal quotient(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? null : part.divide(whole, MathContext.DECIMAL64);
    }
}
