package doppelpass.deals;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The customer has committed; {@code at} is the business time of the win. */
public record DealWon(
        long dealId, @Nullable Long leadId, @Nullable Long companyId, long amountMinor, Instant at) {}
