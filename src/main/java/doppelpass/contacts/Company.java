package doppelpass.contacts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A legal entity or site that can buy. */
public record Company(
        long id,
        CompanyDetails details,
        @Nullable String parentName,
        @Nullable String ownerName,
        Instant createdAt,
        Instant updatedAt) {}
