package doppelpass.kpi;

import doppelpass.kpi.Formula.How;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Folds values in memory exactly as PostgreSQL does, for what SQL cannot compute: business time. */
final class Folding {
    private Folding() {}

    static @Nullable BigDecimal fold(How how, List<BigDecimal> values) {
        if (how == How.COUNT) return BigDecimal.valueOf(values.size());
        if (values.isEmpty()) return how == How.SUM ? BigDecimal.ZERO : null;
        BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return switch (how) {
            case COUNT, SUM, TOTAL -> sum;
            case AVERAGE -> sum.divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL64);
            case MEDIAN -> percentile(values, 0.5);
            case P90 -> percentile(values, 0.9);
        };
    }

    /** Linear between the neighbours, like percentile_cont. */
    private static BigDecimal percentile(List<BigDecimal> values, double share) {
        List<BigDecimal> sorted = values.stream().sorted().toList();
        double place = share * (sorted.size() - 1);
        int below = (int) Math.floor(place);
        BigDecimal low = sorted.get(below);
        BigDecimal high = sorted.get(Math.min(below + 1, sorted.size() - 1));
        return low.add(high.subtract(low).multiply(BigDecimal.valueOf(place - below)));
    }
}
