package doppelpass.leads;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What starts a lead. {@code handRaise} is demo_request, price_request, call_me or nothing; {@code at} is when the
 * interest was shown, not when it was typed in.
 */
public record NewLead(
        long contactId,
        @Nullable Long companyId,
        String productLine,
        String source,
        String channel,
        @Nullable Long campaignId,
        @Nullable String handRaise,
        Instant at) {
    public static final String GENERAL = "general";
}
