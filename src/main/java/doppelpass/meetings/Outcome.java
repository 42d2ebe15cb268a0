package doppelpass.meetings;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What came out of an item: information, a decision, an action, or a parked question. */
public record Outcome(
        long id,
        long itemId,
        String kind,
        String text,
        @Nullable String deciderName,
        @Nullable LocalDate validFrom,
        @Nullable Action action) {}
