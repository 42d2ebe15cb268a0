package doppelpass.campaigns;

import doppelpass.core.Period;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A booked cost; one that was corrected or removed keeps its row with the time it stopped counting. */
public record Cost(
        long id,
        NewCost entry,
        @Nullable String campaignName,
        Instant recordedAt,
        @Nullable Instant replacedAt,
        @Nullable Long replacesId) {

    /** The part of the amount that falls into each period. */
    public List<Long> accrued(List<Period> periods) {
        return Accrual.split(entry.amountMinor(), entry.fromDay(), entry.toDay(), periods);
    }

    public long accrued(Period period) {
        return accrued(List.of(period)).getFirst();
    }
}
