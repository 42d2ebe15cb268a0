package doppelpass.deals;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The customer has committed, and was told to expect what is promised; {@code at} is the business time of the win. */
public record DealWon(
        long dealId,
        @Nullable Long leadId,
        @Nullable Long companyId,
        long amountMinor,
        @Nullable String promised,
        @Nullable Long actorId,
        Instant at) {}
