package doppelpass.glossary;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody says that a definition does not hold; it stays on the table until it is settled. */
public record Dispute(
        long id,
        String text,
        @Nullable String raisedBy,
        Instant raisedAt,
        @Nullable String origin,
        @Nullable Instant settledAt,
        @Nullable String settlement) {}
