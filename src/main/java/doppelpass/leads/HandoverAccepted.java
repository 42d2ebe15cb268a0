package doppelpass.leads;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody took the ball and with it the duty to respond. */
public record HandoverAccepted(long handoverId, @Nullable Long leadId, Handover.Kind kind, long personId, Instant at) {}
