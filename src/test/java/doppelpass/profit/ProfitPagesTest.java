package doppelpass.profit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import doppelpass.core.Money;
import doppelpass.core.Period;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.TestClock;
import doppelpass.testing.WebClient;
import doppelpass.web.Refusal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DoppelpassTest
class ProfitPagesTest {
    private static final Period MAY = Period.month(YearMonth.of(2026, 5));

    private final TestBrowsers browsers;
    private final Revenues revenues;
    private final Profits profits;
    private final DSLContext db;
    private final TestClock clock;

    ProfitPagesTest(TestBrowsers browsers, Revenues revenues, Profits profits, DSLContext db, TestClock clock) {
        this.browsers = browsers;
        this.revenues = revenues;
        this.profits = profits;
        this.db = db;
        this.clock = clock;
    }

    @BeforeEach
    void emptyBooks() {
        db.execute("delete from profit.revenue");
        db.execute("delete from campaigns.cost");
    }

    private long post(String number, long euros, long cost) {
        return revenues.post(
                new NewRevenue(number, null, null, null, LocalDate.of(2026, 5, 12), euros * 100, cost * 100, null));
    }

    @Test
    void profitIsRevenueMinusItsThreeCosts() {
        post("R-1", 10_000, 4_000);
        db.execute("insert into campaigns.cost (function, amount_minor, from_day, to_day) values "
                + "('marketing', 150000, '2026-05-01', '2026-05-31'), ('sales', 60000, '2026-05-16', '2026-06-14')");
        ProfitReport report = profits.report(MAY, Comparison.PREVIOUS);
        assertThat(report.revenue()).isEqualTo(euro(10_000));
        assertThat(report.costOfSales()).isEqualTo(euro(4_000));
        // 16 of the 30 days of the sales cost lie in May: 600 × 16/30 = 320
        assertThat(report.actual().profit()).isEqualTo(euro(10_000 - 4_000 - 1_500 - 320));
        assertThat(report.bridge().orElseThrow().change()).isEqualTo(euro(4_180));
    }

    @Test
    void aCorrectionChangesTheFigureButNotWhatWasKnownThen() {
        long id = post("R-2", 5_000, 0);
        clock.advance(Duration.ofDays(3));
        revenues.correct(
                id, new NewRevenue("R-2", null, null, null, LocalDate.of(2026, 5, 12), 450_000, null, "credit"));
        assertThat(profits.report(MAY, Comparison.PREVIOUS).revenue()).isEqualTo(euro(4_500));
        assertThat(db.fetchCount(org.jooq.impl.DSL.table("profit.revenue"))).isEqualTo(2);
        assertThatThrownBy(() -> revenues.get(id))
                .as("the replaced row is history")
                .isInstanceOf(Refusal.class);
        clock.set(TestClock.START);
    }

    @Test
    void aCancelledPostingStaysVisibleAndCountsNowhere() {
        long cancelled = revenues.cancel(post("R-3", 700, 0));
        assertThat(profits.report(MAY, Comparison.PREVIOUS).revenue().isZero()).isTrue();
        assertThat(browsers.as("carlo").get("/revenue").body()).contains("R-3", "cancelled");
        assertThatThrownBy(() -> revenues.cancel(cancelled)).hasMessage("profit.error.cancelled");
    }

    @Test
    void controllingPostsThroughThePageInGermanOrEnglishNumbers() {
        WebClient carlo = browsers.as("carlo");
        Map<String, String> form =
                new HashMap<>(Map.of("number", "R-4", "postedOn", "2026-05-02", "amount", "1.250,50"));
        assertThat(carlo.post("/revenue", form).statusCode()).isEqualTo(302);
        assertThat(carlo.get("/revenue?q=r-4").body()).contains("€1,250.50");
        form.put("amount", "about a thousand");
        var refused = carlo.post("/revenue", form);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Enter an amount such as 1,250.00.", "about a thousand");
    }

    @Test
    void sellersReadRevenueButDoNotPostIt() {
        assertThat(browsers.as("svea").get("/revenue").statusCode()).isEqualTo(200);
        assertThat(browsers.as("svea").post("/revenue", Map.of("number", "X")).statusCode())
                .isEqualTo(403);
        assertThat(browsers.as("boris").get("/revenue").statusCode()).isEqualTo(403);
    }

    @Test
    void withoutAPlanThePageSaysWhatIsMissingAndComparesWithAnEarlierPeriod() {
        post("R-5", 100, 0);
        WebClient lena = browsers.as("lena");
        assertThat(lena.get("/profit?period=2026-05").body()).contains("There is no plan to compare with");
        assertThat(lena.get("/profit?period=2026-05&against=previous").body()).contains("svg class=\"waterfall\"");
        assertThat(lena.get("/profit?period=nonsense").statusCode()).isEqualTo(422);
    }

    @Test
    void theScoreboardOpensForEverybodyAndNamesTheProfit() {
        post("R-6", 2_000, 500);
        assertThat(browsers.as("svea").get("/scoreboard?month=2026-05").body()).contains("€1,500", "Promises kept");
        assertThat(browsers.as("svea").get("/scoreboard?month=2021-05").body())
                .as("a month of long ago can be chosen")
                .containsPattern("value=\"2021-05\"\\s+selected");
        assertThat(browsers.as("boris").get("/scoreboard").statusCode()).isEqualTo(200);
        assertThat(browsers.as("svea").get("/scoreboard?month=x").statusCode()).isEqualTo(422);
    }

    private static Money euro(long euros) {
        return new Money(euros * 100, Currency.getInstance("EUR"));
    }
}
