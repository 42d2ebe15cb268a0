package doppelpass.deals;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody who takes part in a purchase decision; {@code heardAt} is when we last heard from them. */
public record Participant(
        long contactId,
        String name,
        @Nullable String jobTitle,
        BuyingRole role,
        @Nullable Instant heardAt) {}
