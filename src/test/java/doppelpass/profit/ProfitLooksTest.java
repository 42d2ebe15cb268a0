package doppelpass.profit;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.deals.DealDetails;
import doppelpass.deals.DealType;
import doppelpass.deals.Deals;
import doppelpass.identity.People;
import doppelpass.testing.Browser;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.Window;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** The bridge with its lag on a desk and on a phone, by day and by night. */
@DoppelpassTest
class ProfitLooksTest {
    private final Browser browser;
    private final Deals deals;
    private final Revenues revenues;
    private final People people;
    private final Cast cast;
    private final DSLContext db;

    ProfitLooksTest(Browser browser, Deals deals, Revenues revenues, People people, Cast cast, DSLContext db) {
        this.browser = browser;
        this.deals = deals;
        this.revenues = revenues;
        this.people = people;
        this.cast = cast;
        this.db = db;
    }

    @Test
    void whatIsWonNowAndPostedLaterIsAStepOfTheBridgeOnEveryScreen() {
        db.execute("delete from profit.revenue");
        db.execute("delete from campaigns.cost");
        win("2026-04-14T10:00:00Z", 40_000);
        win("2026-05-12T10:00:00Z", 60_000);
        // won in May, invoiced in June: May lacks its 60,000 of revenue, at the margin of April
        long late = win("2026-05-20T10:00:00Z", 60_000);
        revenues.post(new NewRevenue("R-77", null, late, null, LocalDate.of(2026, 6, 3), 6_000_000, 2_400_000L, null));
        db.execute("insert into campaigns.cost (function, amount_minor, from_day, to_day) values "
                + "('marketing', 900000, '2026-05-01', '2026-05-31'), ('sales', 700000, '2026-04-01', '2026-05-31')");
        long lena = cast.person("lena").id();
        try (Window window = browser.as("lena")) {
            for (boolean dark : List.of(false, true)) {
                for (int width : List.of(1280, 360)) {
                    people.prefer(lena, dark == (width == 360) ? "de" : "en", "auto");
                    assertThat(window.open("/profit?period=2026-05&against=previous", width, dark))
                            .isEqualTo(200);
                    window.shot(Path.of("target/shots/profit-lag-" + width + (dark ? "-dark" : "") + ".png"));
                    assertThat(window.page()
                                    .locator(
                                            "tr",
                                            new com.microsoft.playwright.Page.LocatorOptions()
                                                    .setHasText(dark == (width == 360) ? "Zeitversatz" : "Timing"))
                                    .first()
                                    .innerText())
                            .contains("36");
                    assertThat(window.overflow()).isZero();
                    assertThat(window.barriers()).isEmpty();
                }
            }
        } finally {
            people.prefer(lena, "en", "auto");
        }
    }

    private long win(String at, long euros) {
        Instant won = Instant.parse(at);
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
                euros * 40,
                LocalDate.of(2026, 6, 30),
                null,
                null,
                null,
                null);
        long deal = deals.open(details, null, null, won.minusSeconds(86_400));
        deals.win(deal, null, won);
        return deal;
    }
}
