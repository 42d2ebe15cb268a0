package doppelpass.kpi;

import doppelpass.web.Words;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A figure ready to be shown: with its definition, plan, light, trend and how much of its facts is known. */
public record KpiLine(
        Kpi kpi,
        Figure figure,
        @Nullable BigDecimal plan,
        Light light,
        Trend trend,
        @Nullable Figure coverage,
        String query) {

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

    /** The records behind the value; whoever may not see them gets to the definition. */
    public String records() {
        return FigureWords.records(kpi.code(), query);
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

    /** Why there is no value, or what part of the facts it rests on; empty if there is nothing to say. */
    public String remark() {
        BigDecimal known = coverage == null ? null : coverage.value();
        if (coverage != null && known != null && known.compareTo(BigDecimal.ONE) < 0) {
            return Words.t("kpi.coverage", Words.percent(known), coverage.code());
        }
        if (figure.value() != null) return "";
        return Words.t(kpi.row().basis() == Basis.COHORT ? "kpi.undefined.cohort" : "kpi.undefined.flow");
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
