package doppelpass.profit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What it takes to post revenue; amounts in minor units. */
public record NewRevenue(
        String number,
        @Nullable Long companyId,
        @Nullable Long dealId,
        @Nullable Long campaignId,
        LocalDate postedOn,
        long amountMinor,
        @Nullable Long costMinor,
        @Nullable String note) {}
