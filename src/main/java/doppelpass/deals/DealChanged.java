package doppelpass.deals;

import java.time.Instant;

/** What is known of a deal was written down anew; moving and closing it have events of their own. */
public record DealChanged(long dealId, Instant at) {}
