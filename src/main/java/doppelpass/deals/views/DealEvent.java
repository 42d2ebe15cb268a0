package doppelpass.deals.views;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of a deal's history. {@code replaced}: it was taken back or corrected later. */
public record DealEvent(
        String kind,
        @Nullable String stage,
        long amountMinor,
        @Nullable String reason,
        @Nullable String note,
        @Nullable String actor,
        Instant at,
        Instant recordedAt,
        boolean replaced) {

    /** Codes of the fields a change concerned. */
    public List<String> fields() {
        return kind.equals("changed") && note != null ? List.of(note.split(",")) : List.of();
    }

    /** Entered more than a day after it happened. */
    public boolean late() {
        return recordedAt.isAfter(at.plusSeconds(86_400));
    }
}
