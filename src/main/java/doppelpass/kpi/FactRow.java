package doppelpass.kpi;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A fact behind a figure; {@code hit} tells converted members of a cohort from the others. */
public record FactRow(
        long id,
        @Nullable Long record,
        @Nullable String title,
        @Nullable Instant happened,
        @Nullable BigDecimal value,
        @Nullable Boolean hit) {}
