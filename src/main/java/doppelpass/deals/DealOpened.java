package doppelpass.deals;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody opened a deal, from a lead or without one. */
public record DealOpened(long dealId, @Nullable Long leadId, long amountMinor, Instant at) {}
