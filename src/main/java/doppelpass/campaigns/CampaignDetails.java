package doppelpass.campaigns;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A time-boxed bundle of activities with one goal; amounts in minor units of the organisation's currency. */
public record CampaignDetails(
        String name,
        String type,
        Channel channel,
        Status status,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable Long budgetMinor,
        @Nullable Long expectedRevenueMinor,
        @Nullable String goal,
        @Nullable Long ownerId) {

    /** The codes are the ones stored in the database. */
    public enum Status {
        PLANNED,
        ACTIVE,
        DONE,
        CANCELLED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The message key of what speaks against saving it so; a campaign without a goal cannot run. */
    Optional<String> objection() {
        if (name.isBlank()) {
            return Optional.of("campaigns.error.name");
        }
        if (status == Status.ACTIVE && (goal == null || goal.isBlank())) {
            return Optional.of("campaigns.error.goal");
        }
        if (startsOn != null && endsOn != null && endsOn.isBefore(startsOn)) {
            return Optional.of("campaigns.error.dates");
        }
        return budgetMinor != null && budgetMinor < 0 ? Optional.of("campaigns.error.budget") : Optional.empty();
    }
}
