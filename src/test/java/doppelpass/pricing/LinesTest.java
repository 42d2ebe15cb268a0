package doppelpass.pricing;

import static doppelpass.pricing.CalculationTest.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import doppelpass.deals.Deal;
import doppelpass.deals.Deals;
import doppelpass.deals.Product;
import doppelpass.deals.Products;
import doppelpass.identity.Person;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.TestClock;
import doppelpass.testing.WebClient;
import doppelpass.web.Refusal;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DoppelpassTest
class LinesTest {
    private final Lines lines;
    private final PriceBooks books;
    private final Products products;
    private final Deals deals;
    private final TestBrowsers browsers;
    private final TestClock clock;
    private final Cast cast;
    private final DSLContext db;
    private Person svea;
    private long deal;

    LinesTest(
            Lines lines,
            PriceBooks books,
            Products products,
            Deals deals,
            TestBrowsers browsers,
            TestClock clock,
            Cast cast,
            DSLContext db) {
        this.lines = lines;
        this.books = books;
        this.products = products;
        this.deals = deals;
        this.browsers = browsers;
        this.clock = clock;
        this.cast = cast;
        this.db = db;
    }

    @BeforeEach
    void stage() {
        clock.set(TestClock.START);
        cast.enter();
        svea = cast.person("svea");
        HttpResponse<String> answer =
                browsers.as("svea").post("/deals", Map.of("name", "Drives", "type", "new", "amount", "25000"));
        deal = Long.parseLong(
                answer.headers().firstValue("Location").orElseThrow().replaceAll(".*/", ""));
    }

    @Test
    void theAmountFollowsTheLinesAndTheHistorySaysWhatChanged() {
        long first = lines.add(deal, line("3", 10_000, 6_000L, Discount.NONE), null, svea);
        assertThat(money()).isEqualTo("30000/18000");
        lines.add(deal, line("1", 5_000, null, Discount.NONE), 0, svea);
        assertThat(money())
                .as("one line without cost: the cost of the deal is unknown")
                .isEqualTo("35000/null");
        assertThat(lines.of(deal).lines())
                .extracting(p -> p.line().priceMinor())
                .containsExactly(5_000L, 10_000L);
        lines.change(line("4", 10_000, 6_000L, Discount.percent("10")).in(first, deal), svea);
        assertThat(money()).isEqualTo("41000/null");
        lines.agree(deal, new Terms(null, Discount.amount(1_000)), svea);
        assertThat(money()).isEqualTo("40000/null");
        assertThat(sumOfNets()).isEqualTo(40_000);
        lines.place(first, 0);
        assertThat(lines.of(deal).lines().getFirst().line().id()).isEqualTo(first);
        assertThat(money()).isEqualTo("40000/null");
        lines.remove(first, svea);
        assertThat(money()).isEqualTo("4000/null");
        assertThat(db.fetch("select note from deals.event where kind = 'amount' and deal_id = " + deal + " order by id")
                        .into(String.class))
                .containsExactly(
                        "+ 3 × Sensor · 100",
                        "+ 1 × Sensor · 50",
                        "3 × Sensor · 100 → 4 × Sensor · 100 · −10 %",
                        "Σ → Σ −10",
                        "− 4 × Sensor · 100 · −10 %");
    }

    @Test
    void whileThereAreLinesNobodyTypesTheAmount() {
        long id = lines.add(deal, line("1", 10_000, 6_000L, Discount.NONE), null, svea);
        WebClient page = browsers.as("svea");
        HttpResponse<String> inline =
                page.send("PUT", "/lists/deals/" + deal + "/amount", Map.of("value", "999", "was", "100.00"));
        assertThat(inline.statusCode()).isEqualTo(422);
        assertThat(inline.body()).contains("follow from the line items");
        assertThat(page.get("/deals/" + deal + "/edit").body()).contains("follows from the line items", "readonly");
        HttpResponse<String> form = page.send(
                "PUT",
                "/deals/" + deal,
                Map.of("name", "Drives for hall 2", "type", "new", "amount", "100", "cost", "60"));
        assertThat(form.statusCode()).as("everything else is still written").isEqualTo(302);
        assertThat(money()).isEqualTo("10000/6000");
        lines.remove(id, svea);
        assertThat(money()).as("the last amount stays").isEqualTo("10000/6000");
        assertThat(page.send("PUT", "/lists/deals/" + deal + "/amount", Map.of("value", "999", "was", "100.00"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(money()).isEqualTo("99900/6000");
    }

    @Test
    void theClosureOfAWonDealFollowsItsLines() {
        lines.add(deal, line("1", 10_000, 6_000L, Discount.NONE), null, svea);
        deals.win(deal, svea.id(), clock.instant());
        lines.add(deal, line("1", 500, 100L, Discount.NONE), null, svea);
        assertThat(db.fetchOne("select amount_minor from deals.event where kind = 'won' and replaced_at is null")
                        .get(0, Long.class))
                .isEqualTo(10_500);
        assertThatThrownBy(() -> lines.agree(deal, new Terms(null, Discount.percent("100")), svea))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.key()).isEqualTo("deals.error.winNeedsAmount"));
    }

    @Test
    void aLineTakesThePriceOfTheDealsBookOnItsDayThenTheStandardsThenTheListPrice() {
        long sensor = products.add(new Product(0, "Sensor", "S1", "Sensors", "piece", 10_000L, 4_000L, true));
        long motor = products.add(new Product(0, "Motor", "M1", null, null, 90_000L, null, true));
        LocalDate today = LocalDate.ofInstant(clock.instant(), java.time.ZoneId.of("Europe/Berlin"));
        long standard = books.add(new PriceBook(0, "Standard", null, null, false));
        assertThat(books.find(standard).standard()).as("the first one is it").isTrue();
        long partner = books.add(new PriceBook(0, "Partner", today, today, false));
        books.price(standard, Map.of(sensor, 9_500L, motor, 88_000L));
        books.price(partner, Map.of(sensor, 9_000L));
        assertThat(books.price(sensor, partner, today)).contains(9_000L);
        assertThat(books.price(motor, partner, today)).as("not in the book").contains(88_000L);
        assertThat(books.price(sensor, partner, today.plusDays(1)))
                .as("the book ended")
                .contains(9_500L);
        WebClient page = browsers.as("svea");
        page.send("PUT", "/deals/" + deal + "/terms", Map.of("book", "" + partner));
        page.post("/deals/" + deal + "/lines", Map.of("text", "Sensor · S1", "quantity", "2,5"));
        page.post("/deals/" + deal + "/lines", Map.of("text", "m1"));
        assertThat(lines.of(deal).lines())
                .extracting(p -> p.line().text() + " " + p.line().unit() + " " + p.netMinor())
                .containsExactly("Sensor piece 22500", "Motor null 88000");
        assertThat(page.post("/deals/" + deal + "/lines", Map.of("text", "Something else"))
                        .body())
                .contains("needs a price");
        assertThat(browsers.as("ada")
                        .send("DELETE", "/price-books/" + partner, Map.of())
                        .statusCode())
                .as("deals name it")
                .isEqualTo(409);
    }

    @Test
    void listsAndRulesKnowLinesAndMargin() {
        lines.add(deal, line("1", 10_000, 6_000L, Discount.NONE), null, svea);
        lines.add(deal, line("1", 10_000, 7_001L, Discount.NONE), null, svea);
        browsers.as("svea").post("/deals", Map.of("name", "Bare", "type", "new", "amount", "1"));
        WebClient page = browsers.as("svea");
        assertThat(page.get("/deals?where=deal.margin_rate+%3C+0.351").body())
                .contains("Drives")
                .doesNotContain(">Bare<");
        assertThat(page.get("/lists/deals/export.csv?cols=name,lines,margin,marginrate&where=deal.lines.size()+%3E+1")
                        .body())
                .contains("Drives,2,69.99,35.0");
        assertThat(page.get("/deals?where=deal.lines.exists(l,+l.net+%3E+1000)").body())
                .doesNotContain("Drives");
    }

    @Test
    void aDeletedDealTakesItsLinesAlongAndBringsThemBack() {
        lines.add(deal, line("2", 10_000, 6_000L, Discount.percent("10")), null, svea);
        lines.agree(deal, new Terms(null, Discount.percent("5")), svea);
        WebClient page = browsers.as("svea");
        assertThat(page.send("PUT", "/bin/deal-" + deal, Map.of()).statusCode()).isEqualTo(302);
        assertThat(db.fetchCount(doppelpassdb.pricing.Tables.LINE)).isZero();
        page.send("DELETE", "/bin/deal-" + deal, Map.of());
        assertThat(lines.of(deal).netMinor()).isEqualTo(17_100);
        assertThat(money()).isEqualTo("17100/12000");
        lines.add(deal, line("1", 1_000, 100L, Discount.NONE), null, svea);
        assertThat(money()).isEqualTo("18050/12100");
    }

    @Test
    void whoMayNotChangeADealCannotTouchItsLines() {
        long id = lines.add(deal, line("1", 10_000, 6_000L, Discount.NONE), null, svea);
        WebClient mara = browsers.as("mara");
        assertThat(mara.get("/deals/" + deal).body()).contains("Sensor").doesNotContain("/lines/" + id + "/edit");
        for (String attempt : List.of("PUT /lines/" + id, "DELETE /lines/" + id, "PUT /lines/" + id + "/place"))
            assertThat(mara.send(attempt.split(" ")[0], attempt.split(" ")[1], Map.of("place", "0"))
                            .statusCode())
                    .as(attempt)
                    .isEqualTo(403);
        assertThat(mara.post("/price-books", Map.of("name", "Mine")).statusCode())
                .isEqualTo(403);
        assertThat(browsers.as("svea")
                        .send("PUT", "/lines/" + (id + 1), Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(money()).isEqualTo("10000/6000");
    }

    private String money() {
        Deal now = deals.find(deal).orElseThrow();
        return now.amountMinor() + "/" + now.details().costMinor();
    }

    private long sumOfNets() {
        return db.fetchOne("select sum(net_minor) from pricing.line where deal_id = " + deal)
                .get(0, Long.class);
    }
}
