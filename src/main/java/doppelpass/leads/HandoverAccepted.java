package doppelpass.leads;

import java.time.Instant;

/** Somebody took the ball and with it the duty to respond. */
public record HandoverAccepted(long handoverId, long leadId, Handover.Kind kind, long personId, Instant at) {}
