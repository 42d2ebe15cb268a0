package doppelpass.profit;

import java.util.ArrayList;
import java.util.List;

/**
 * The picture of a bridge: a total, floating steps, a total. Coordinates are in pixels of an SVG of {@link #WIDTH} by
 * {@link #HEIGHT}; the axis always contains zero.
 */
public record Waterfall(List<Bar> bars, double zeroY) {
    public static final int WIDTH = 1040;
    public static final int HEIGHT = 240;
    private static final int TOP = 26;
    private static final int BOTTOM = 206;

    /**
     * One bar. {@code owner} is a colour role; {@code total} bars stand on zero, steps float; {@code endY} is where the
     * dashed line to the next bar starts; {@code share} is the size relative to the largest step, 0 to 1.
     */
    public record Bar(
            String key,
            String owner,
            boolean total,
            long minor,
            double x,
            double width,
            double y,
            double height,
            double endY,
            double share) {
        public double middle() {
            return x + width / 2;
        }
    }

    public static Waterfall of(ProfitBridge bridge) {
        List<Long> levels = new ArrayList<>(List.of(0L, bridge.base().minor()));
        long level = bridge.base().minor();
        for (ProfitBridge.Step step : bridge.steps()) {
            level += step.effect().minor();
            levels.add(level);
        }
        long high = levels.stream().mapToLong(Long::longValue).max().orElse(0);
        long low = levels.stream().mapToLong(Long::longValue).min().orElse(0);
        Scale scale = new Scale(low, Math.max(high, low + 1));
        return new Waterfall(bars(bridge, scale), scale.y(0));
    }

    private static List<Bar> bars(ProfitBridge bridge, Scale scale) {
        int count = bridge.steps().size() + 2;
        double slot = (double) WIDTH / count;
        double width = Math.min(66, slot * 0.7);
        long largest = bridge.steps().stream()
                .mapToLong(s -> Math.abs(s.effect().minor()))
                .max()
                .orElse(1);
        List<Bar> bars = new ArrayList<>();
        long level = bridge.base().minor();
        bars.add(bar("base", "lead", true, level, 0, level, place(0, slot, width), width, scale, 1));
        for (ProfitBridge.Step step : bridge.steps()) {
            long effect = step.effect().minor();
            String owner = step.owner().name().toLowerCase(java.util.Locale.ROOT);
            double share = largest == 0 ? 0 : Math.abs(effect) / (double) largest;
            double x = place(bars.size(), slot, width);
            bars.add(bar(step.driver().code(), owner, false, effect, level, level + effect, x, width, scale, share));
            level += effect;
        }
        double last = place(bars.size(), slot, width);
        bars.add(bar("actual", "lead", true, level, 0, level, last, width, scale, 1));
        return bars;
    }

    private static double place(int index, double slot, double width) {
        return index * slot + (slot - width) / 2;
    }

    private static Bar bar(
            String key,
            String owner,
            boolean total,
            long minor,
            long from,
            long to,
            double x,
            double width,
            Scale scale,
            double share) {
        double y = Math.min(scale.y(from), scale.y(to));
        double height = Math.max(1.5, Math.abs(scale.y(from) - scale.y(to)));
        return new Bar(key, owner, total, minor, x, width, y, height, scale.y(to), share);
    }

    private record Scale(long low, long high) {
        double y(long value) {
            return BOTTOM - (double) (value - low) / (high - low) * (BOTTOM - TOP);
        }
    }
}
