package doppelpass.kpi;

import doppelpass.core.Period;
import doppelpass.core.Wilson;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A KPI's value in a period: null where it is undefined (shown "–", never 0). {@code n} facts stand behind it, {@code hits}
 * of them count for a share. Immature cohorts are still too young to be judged.
 */
public record Figure(
        String code,
        Period period,
        @Nullable String group,
        Unit unit,
        @Nullable BigDecimal value,
        long n,
        @Nullable Long hits,
        boolean immature) {

    /** The 95 % interval of a share. */
    public Optional<Wilson> interval() {
        return hits == null || value == null || n == 0
                ? Optional.empty()
                : Optional.of(Wilson.interval(Math.min(hits, n), n));
    }
}
