package doppelpass.leads;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A promise ran out; {@code at} is when it was due, not when somebody noticed. */
public record HandoverBreached(long handoverId, @Nullable Long leadId, Promise.Code promise, Instant at) {}
