package doppelpass.kpi;

import doppelpass.core.Wilson;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The traffic light. Shares are red only when the plan lies outside the 95 % interval; missed but inside is noise, and
 * grey with few cases. Amounts and counts are amber from 95 % of plan. Without plan, value or maturity there is no colour.
 */
public enum Light {
    GREEN,
    AMBER,
    NOISE,
    RED,
    GREY;

    private static final BigDecimal NEARLY = new BigDecimal("0.95");

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The class of the word beside the light. */
    public String tone() {
        return switch (this) {
            case GREEN -> "good";
            case AMBER, NOISE -> "watch";
            case RED -> "bad";
            case GREY -> "muted";
        };
    }

    public static Light of(Kpi.Row kpi, Figure figure, @Nullable BigDecimal plan) {
        BigDecimal value = figure.value();
        if (value == null || figure.immature()) return GREY;
        if (kpi.direction() == Direction.BAND) return band(kpi, figure, value);
        if (plan == null) return GREY;
        boolean higher = kpi.direction() == Direction.HIGHER;
        if (higher ? value.compareTo(plan) >= 0 : value.compareTo(plan) <= 0) return GREEN;
        if (figure.interval().isPresent())
            return missed(kpi, figure, figure.interval().get(), plan);
        return nearly(value, plan, higher) ? AMBER : RED;
    }

    private static Light band(Kpi.Row kpi, Figure figure, BigDecimal value) {
        BigDecimal low = kpi.bandLow();
        BigDecimal high = kpi.bandHigh();
        if (low == null || high == null) return GREY;
        if (value.compareTo(low) >= 0 && value.compareTo(high) <= 0) return GREEN;
        BigDecimal edge = value.compareTo(low) < 0 ? low : high;
        return figure.interval()
                .map(interval -> missed(kpi, figure, interval, edge))
                .orElse(RED);
    }

    private static Light missed(Kpi.Row kpi, Figure figure, Wilson interval, BigDecimal plan) {
        if (!interval.contains(plan.doubleValue())) return RED;
        return figure.n() < kpi.minN() ? GREY : NOISE;
    }

    /** Within 5 % of the plan's size on the wrong side; works for plans below zero too. */
    private static boolean nearly(BigDecimal value, BigDecimal plan, boolean higher) {
        BigDecimal slack = plan.abs().multiply(BigDecimal.ONE.subtract(NEARLY), MathContext.DECIMAL64);
        return higher ? value.compareTo(plan.subtract(slack)) >= 0 : value.compareTo(plan.add(slack)) <= 0;
    }
}
