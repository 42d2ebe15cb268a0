package doppelpass.deals;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A deal moved between open stages. */
public record DealStageChanged(
        long dealId,
        long fromStageId,
        long toStageId,
        @Nullable Long actorId,
        Instant at) {}
