package doppelpass.leads;

import java.time.Instant;

/** The receiving team cannot take a pass for want of people: its leads have to act, and the promise counts as broken. */
public record CapacityMissing(long handoverId, String note, long personId, Instant at) {}
