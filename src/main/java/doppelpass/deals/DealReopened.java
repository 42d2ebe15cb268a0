package doppelpass.deals;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A win or loss was taken back. */
public record DealReopened(
        long dealId, @Nullable Long leadId, @Nullable Long actorId, Instant at) {}
