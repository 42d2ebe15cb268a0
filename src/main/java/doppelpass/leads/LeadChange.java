package doppelpass.leads;

import org.jspecify.annotations.Nullable;

/** What people may correct about a lead; its state moves by its own verbs. */
public record LeadChange(
        String productLine,
        String source,
        String channel,
        @Nullable Long campaignId,
        @Nullable String handRaise) {}
