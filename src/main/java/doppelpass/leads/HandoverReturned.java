package doppelpass.leads;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A pass came back with a reason. */
public record HandoverReturned(
        long handoverId,
        @Nullable Long leadId,
        Reason reason,
        @Nullable String note,
        long personId,
        Instant at) {}
