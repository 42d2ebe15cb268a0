package doppelpass.campaigns;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A campaign on record. */
public record Campaign(
        long id, CampaignDetails details, @Nullable String ownerName, Instant createdAt) {}
