package doppelpass.leads;

import java.time.Instant;

/** A promise ran out; {@code at} is when it was due, not when somebody noticed. */
public record HandoverBreached(long handoverId, long leadId, Promise.Code promise, Instant at) {}
