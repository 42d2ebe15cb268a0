package doppelpass.profit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a company has brought so far. Amounts are net, in minor units of the organisation's currency.
 *
 * @param marginMinor revenue less cost of sales of the postings whose cost is known; null where none is
 * @param costKnown postings whose cost of sales is known
 */
public record CompanyValue(
        long revenueMinor,
        @Nullable Long marginMinor,
        int postings,
        int costKnown,
        @Nullable LocalDate last,
        int won,
        long wonMinor,
        int open,
        long openMinor) {
    public boolean nothing() {
        return postings == 0 && won == 0 && open == 0;
    }
}
