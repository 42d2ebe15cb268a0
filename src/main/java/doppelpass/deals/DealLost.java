package doppelpass.deals;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A deal was closed without an order, for one primary reason; the note tells more. */
public record DealLost(
        long dealId,
        @Nullable Long leadId,
        LossReason reason,
        @Nullable String note,
        @Nullable Long actorId,
        Instant at) {}
