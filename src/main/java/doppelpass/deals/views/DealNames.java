package doppelpass.deals.views;

import org.jspecify.annotations.Nullable;

/** What the records a deal points to are called. */
public record DealNames(
        @Nullable String company,
        @Nullable String contact,
        @Nullable String lead,
        @Nullable String campaign,
        @Nullable String product,
        @Nullable String owner) {}
