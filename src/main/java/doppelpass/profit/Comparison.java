package doppelpass.profit;

import doppelpass.core.Period;
import java.util.Locale;

/** What a period's profit is held against. */
public enum Comparison {
    PLAN,
    PREVIOUS,
    YEAR_BEFORE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The period whose figures are the base; for a plan the same one. */
    Period base(Period period) {
        return switch (this) {
            case PLAN -> period;
            case PREVIOUS -> period.previous();
            case YEAR_BEFORE -> period.yearBefore();
        };
    }

    static Comparison of(String code) {
        for (Comparison comparison : values()) {
            if (comparison.code().equals(code)) {
                return comparison;
            }
        }
        return PLAN;
    }
}
