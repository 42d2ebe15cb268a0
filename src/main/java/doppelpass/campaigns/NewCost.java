package doppelpass.campaigns;

import doppelpass.core.TeamFunction;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Net cost of a service period, both days included, in minor units of the organisation's currency; a credit is negative.
 * Belongs to a campaign, or to a channel, or to the team as a whole.
 */
public record NewCost(
        TeamFunction function,
        @Nullable Long campaignId,
        @Nullable Channel channel,
        String kind,
        long amountMinor,
        LocalDate fromDay,
        LocalDate toDay,
        @Nullable String note) {
    private static final int MOST_YEARS = 10;

    /** The message key of what speaks against booking it. */
    Optional<String> objection() {
        if (function != TeamFunction.MARKETING && function != TeamFunction.SALES) {
            return Optional.of("campaigns.error.function");
        }
        if (toDay.isBefore(fromDay) || toDay.isAfter(fromDay.plusYears(MOST_YEARS))) {
            return Optional.of("campaigns.error.period");
        }
        return amountMinor == 0 ? Optional.of("campaigns.error.amount") : Optional.empty();
    }
}
