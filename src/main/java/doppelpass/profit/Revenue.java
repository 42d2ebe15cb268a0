package doppelpass.profit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A posting: net revenue and, where known, its cost of sales, in minor units of the organisation's currency. Credit
 * notes are negative. A won deal counts as its revenue until an invoice for it arrives.
 */
public record Revenue(
        long id,
        String number,
        @Nullable Long companyId,
        @Nullable String company,
        @Nullable Long dealId,
        @Nullable Long campaignId,
        LocalDate postedOn,
        long amountMinor,
        @Nullable Long costMinor,
        String status,
        @Nullable String note) {

    public boolean counts() {
        return status.equals("posted");
    }
}
