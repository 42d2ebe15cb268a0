package doppelpass.kpi;

import doppelpass.web.Words;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A figure ready to be shown: with its definition, plan, light and trend. */
public record KpiLine(Kpi kpi, Figure figure, @Nullable BigDecimal plan, Light light, Trend trend, String query) {

    /** Over the last three periods. */
    public enum Trend {
        RISING,
        FALLING,
        STEADY,
        UNKNOWN;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Trend of(@Nullable BigDecimal before, @Nullable BigDecimal last, @Nullable BigDecimal now) {
            if (before == null || last == null || now == null) return UNKNOWN;
            if (now.compareTo(last) > 0 && last.compareTo(before) > 0) return RISING;
            return now.compareTo(last) < 0 && last.compareTo(before) < 0 ? FALLING : STEADY;
        }
    }

    public String url() {
        return "/kpis/" + kpi.code() + query;
    }

    public String name() {
        return kpi.name(Words.local().locale());
    }

    public String value() {
        return FigureWords.value(figure.value(), kpi.unit());
    }

    public String planned() {
        return FigureWords.value(plan, kpi.unit());
    }

    /** The light's word: "in the noise", "too young", "no plan". */
    public String word() {
        String reason = switch (light) {
            case GREY ->
                figure.value() == null
                        ? "undefined"
                        : figure.immature()
                                ? "immature"
                                : plan == null && kpi.row().bandLow() == null ? "noPlan" : "few";
            default -> light.code();
        };
        return Words.t("kpi.light." + reason);
    }

    public String icon() {
        return switch (light) {
            case GREEN -> "circle-check";
            case AMBER -> "alert-circle";
            case NOISE -> "wave-sine";
            case RED -> "alert-triangle";
            case GREY -> "circle-dashed";
        };
    }

    public String trendIcon() {
        return switch (trend) {
            case RISING -> "trending-up";
            case FALLING -> "trending-down";
            case STEADY, UNKNOWN -> "arrow-narrow-right";
        };
    }
}
