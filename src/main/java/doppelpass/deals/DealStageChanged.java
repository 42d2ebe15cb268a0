package doppelpass.deals;

import java.time.Instant;

/** A deal moved between open stages. */
public record DealStageChanged(long dealId, long fromStageId, long toStageId, Instant at) {}
