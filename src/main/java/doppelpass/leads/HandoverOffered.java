package doppelpass.leads;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A pass is in the air. */
public record HandoverOffered(long handoverId, @Nullable Long leadId, Handover.Kind kind, Instant at) {}
