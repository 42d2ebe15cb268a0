package doppelpass.contacts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An identified person we hold data on; {@code companyName} is the name on record or as it was told. */
public record Contact(
        long id,
        ContactDetails details,
        @Nullable String companyName,
        @Nullable String ownerName,
        Instant createdAt,
        Instant updatedAt) {}
