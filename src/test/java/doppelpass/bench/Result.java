package doppelpass.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What one race came to. Speeds are compared as speeds (more is better), times as times (less is better).
 *
 * @param rows rows moved in each round when it is about speed, else 0
 */
record Result(String name, long rows, Race.Times times, Budget budget) {

    /**
     * What is promised: of the ratio, of most calls, of the slowest ones, or several of these.
     *
     * @param spareMillis so much longer it may take whatever the ratio is
     */
    record Budget(double ratio, double medianMillis, double p95Millis, double spareMillis) {
        private static final double LIST_MILLIS = 50;

        /** Only to be seen. */
        static Budget none() {
            return new Budget(0, 0, 0, 0);
        }

        static Budget ratio(double ratio) {
            return new Budget(ratio, 0, 0, 0);
        }

        static Budget p95(double millis) {
            return new Budget(0, 0, millis, 0);
        }

        /** Every other call, and nineteen of twenty in twice the time. */
        static Budget median(double millis) {
            return new Budget(0, millis, 2 * millis, 0);
        }

        /** Twice the time of SQL by hand, or a tenth of what a page may take beside it. */
        static Budget list() {
            return new Budget(2, 0, LIST_MILLIS, LIST_MILLIS / 10);
        }
    }

    boolean speed() {
        return rows > 0;
    }

    /** Round by round, ours to bare. */
    List<Double> ratios() {
        return IntStream.range(0, times.ours().size())
                .mapToObj(i -> speed()
                        ? times.bare().get(i) / times.ours().get(i)
                        : times.ours().get(i) / times.bare().get(i))
                .toList();
    }

    double ratio() {
        return Statistics.median(ratios());
    }

    private double medianMillis() {
        return Statistics.median(times.calls()) * 1000;
    }

    double p95Millis() {
        return Statistics.p95(times.calls()) * 1000;
    }

    boolean met() {
        boolean spared = spent() <= budget.spareMillis();
        boolean ratio =
                budget.ratio() == 0 || (speed() ? ratio() >= budget.ratio() : ratio() <= budget.ratio() || spared);
        return ratio
                && (budget.medianMillis() == 0 || medianMillis() <= budget.medianMillis())
                && (budget.p95Millis() == 0 || p95Millis() <= budget.p95Millis());
    }

    /** Milliseconds that ours takes longer. */
    private double spent() {
        return (Statistics.median(times.ours()) - Statistics.median(times.bare())) * 1000;
    }

    /** Name, ours, bare, ratio, its range, p95, budget, met. */
    List<String> cells() {
        return List.of(
                name,
                amount(times.ours()),
                amount(times.bare()),
                text("%.2f", ratio()),
                text("%.2f – %.2f", Statistics.least(ratios()), Statistics.most(ratios())),
                speed() ? "" : text("%.1f ms", p95Millis()),
                promised(),
                promised().isEmpty() ? "" : met() ? "met" : "not met");
    }

    private String amount(List<Double> seconds) {
        double median = Statistics.median(seconds);
        return speed() ? text("%,.0f rows/s", rows / median) : text("%.2f ms", median * 1000);
    }

    private String promised() {
        String ratio = budget.ratio() == 0 ? "" : text(speed() ? "≥ %.2f" : "≤ %.1f", budget.ratio());
        if (budget.spareMillis() > 0) ratio += text(" or + %.0f ms", budget.spareMillis());
        return Stream.of(ratio, most("p50", budget.medianMillis()), most("p95", budget.p95Millis()))
                .filter(promise -> !promise.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String most(String of, double millis) {
        return millis == 0 ? "" : text("%s ≤ %.0f ms", of, millis);
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ENGLISH, format, values);
    }
}
