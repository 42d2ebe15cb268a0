package doppelpass.campaigns.views;

import doppelpass.campaigns.Channel;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A campaign in the list with what was booked on it, in minor units. */
public record CampaignRow(
        long id,
        String name,
        String type,
        Channel channel,
        String status,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable Long budgetMinor,
        long spentMinor,
        @Nullable String owner) {

    public boolean over() {
        return budgetMinor != null && spentMinor > budgetMinor;
    }
}
