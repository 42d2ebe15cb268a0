package doppelpass.leads;

import java.time.Instant;

/** A pass is in the air. */
public record HandoverOffered(long handoverId, long leadId, Handover.Kind kind, Instant at) {}
