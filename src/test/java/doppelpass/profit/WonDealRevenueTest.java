package doppelpass.profit;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.core.Money;
import doppelpass.core.Period;
import doppelpass.deals.DealDetails;
import doppelpass.deals.DealType;
import doppelpass.deals.Deals;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import org.junit.jupiter.api.Test;

@DoppelpassTest
class WonDealRevenueTest {
    private static final Instant MAY_20 = Instant.parse("2026-05-20T10:00:00Z");
    private static final Period MAY = Period.month(YearMonth.of(2026, 5));

    private final Deals deals;
    private final Revenues revenues;
    private final Profits profits;

    WonDealRevenueTest(Deals deals, Revenues revenues, Profits profits) {
        this.deals = deals;
        this.revenues = revenues;
        this.profits = profits;
    }

    private long open(long euros, long cost) {
        DealDetails details = new DealDetails(
                "Gearboxes",
                null,
                null,
                null,
                null,
                null,
                DealType.NEW,
                "Fair",
                "event",
                euros * 100,
                cost * 100,
                LocalDate.of(2026, 6, 30),
                null,
                null,
                null,
                null);
        return deals.open(details, null, null, MAY_20.minusSeconds(86_400));
    }

    private Money profit() {
        return profits.report(MAY, Comparison.PREVIOUS).actual().profit();
    }

    private static Money euro(long euros) {
        return new Money(euros * 100, Currency.getInstance("EUR"));
    }

    @Test
    void aWonDealRaisesTheProfitByExactlyItsMarginAndReopeningTakesItBack() {
        Money before = profit();
        long deal = open(20_000, 8_000);
        deals.win(deal, null, MAY_20);
        assertThat(profit().minus(before)).isEqualTo(euro(12_000));
        deals.reopen(deal, null, TestClock.START);
        assertThat(profit()).isEqualTo(before);
    }

    @Test
    void theInvoiceTakesThePlaceOfWhatTheDealPosted() {
        Money before = profit();
        long deal = open(10_000, 4_000);
        deals.win(deal, null, MAY_20);
        revenues.post(new NewRevenue("R-100", null, deal, null, LocalDate.of(2026, 5, 28), 950_000, 400_000L, null));
        assertThat(profit().minus(before)).isEqualTo(euro(5_500));
    }

    @Test
    void aDealThatIsInvoicedAlreadyPostsNothingOnTop() {
        Money before = profit();
        long deal = open(3_000, 0);
        revenues.post(new NewRevenue("R-101", null, deal, null, LocalDate.of(2026, 5, 2), 300_000, null, null));
        deals.win(deal, null, MAY_20);
        assertThat(profit().minus(before)).isEqualTo(euro(3_000));
    }
}
