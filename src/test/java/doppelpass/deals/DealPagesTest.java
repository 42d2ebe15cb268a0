package doppelpass.deals;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.TestClock;
import doppelpass.testing.WebClient;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DoppelpassTest
class DealPagesTest {
    private static final Pattern ROW = Pattern.compile("class=\"strong\" href=\"/deals/\\d+\">([^<]*)<");

    private final TestBrowsers browsers;
    private final Deals deals;
    private final Pipelines pipelines;
    private final DSLContext db;
    private final Cast cast;

    DealPagesTest(TestBrowsers browsers, Deals deals, Pipelines pipelines, DSLContext db, Cast cast) {
        this.browsers = browsers;
        this.deals = deals;
        this.pipelines = pipelines;
        this.db = db;
        this.cast = cast;
    }

    @BeforeEach
    void noDeals() {
        db.execute("truncate deals.deal cascade");
    }

    @Test
    void anEmptyListSaysWhatADealIs() {
        assertThat(browsers.as("svea").get("/deals").body()).contains("No open deals yet");
    }

    @Test
    void theListShowsWhatIsOpenAndItsSums() {
        open(new SomeDeal().named("Gearboxes").worth(1_000_000), "Offer");
        open(new SomeDeal().named("Couplings").worth(500_000), "Qualification");
        long won = open(new SomeDeal().named("Old press").worth(700_000), "Offer");
        deals.win(won, null, TestClock.START);

        String page = browsers.as("mara").get("/deals").body();
        // 10,000 × 50 % + 5,000 × 10 % = 5,500
        assertThat(page).contains("€15,000 in all, €5,500 weighted");
        assertThat(names(page)).containsExactlyInAnyOrder("Gearboxes", "Couplings");
        assertThat(names(browsers.as("mara").get("/deals?stage=won").body())).containsExactly("Old press");
        assertThat(names(browsers.as("mara").get("/deals?stage=all").body())).hasSize(3);
    }

    @Test
    void everyFilterNarrowsAndEverySortOrders() {
        long kern = company("Kern Maschinenbau");
        long svea = cast.person("svea").id();
        open(new SomeDeal().named("B").worth(3).of(kern).from("Trade Show").closing(day(10)), "Offer");
        open(new SomeDeal().named("A").worth(2).ownedBy(svea).closing(day(30)), "Qualification");
        open(new SomeDeal().named("C").worth(1).closing(null), "Negotiation");
        WebClient reader = browsers.as("lena");
        assertThat(list(reader, "q=kern")).containsExactly("B");
        assertThat(list(reader, "q=100%25")).isEmpty();
        assertThat(list(reader, "owner=" + svea)).containsExactly("A");
        assertThat(list(reader, "company=" + kern)).containsExactly("B");
        assertThat(list(reader, "source=Trade+Show")).containsExactly("B");
        assertThat(list(reader, "stage=" + stage("Negotiation"))).containsExactly("C");
        assertThat(list(reader, "from=2026-07-01&to=2026-07-15")).containsExactly("B");
        assertThat(list(reader, "")).containsExactly("B", "A", "C");
        assertThat(list(reader, "sort=name")).containsExactly("A", "B", "C");
        assertThat(list(reader, "sort=amount")).containsExactly("C", "A", "B");
        assertThat(list(reader, "sort=stage&desc=true")).containsExactly("C", "B", "A");
        assertThat(list(reader, "sort=owner").getFirst()).isEqualTo("A");
        assertThat(list(reader, "sort=company").getFirst()).isEqualTo("B");
        assertThat(list(reader, "sort=source&desc=true").getFirst()).isEqualTo("B");
        assertThat(list(reader, "sort=nonsense&at=&from=soon")).hasSize(3);
    }

    @Test
    void pagesOfAListFollowOneAnotherWithoutLossOrRepetition() {
        IntStream.range(0, 120)
                .forEach(i ->
                        open(new SomeDeal().named("Deal " + i).closing(i % 3 == 0 ? null : day(i % 28)), "Offer"));
        WebClient reader = browsers.as("lena");
        String first = reader.get("/deals").body();
        String second = reader.get(link(first, "next")).body();
        String third = reader.get(link(second, "next")).body();
        assertThat(names(first)).hasSize(50);
        assertThat(names(third)).hasSize(20);
        assertThat(names(first)).doesNotContainAnyElementsOf(names(second));
        assertThat(names(reader.get(link(third, "prev")).body())).isEqualTo(names(second));
    }

    @Test
    void aDealIsWrittenDownMovedLostAndReopenedByHand() {
        WebClient svea = browsers.as("svea");
        svea.get("/deals/new");
        var made = svea.post(
                "/deals",
                Map.of("name", "Presses", "amount", "12.500,50", "expectedClose", "2026-09-01", "type", "new"));
        assertThat(made.statusCode()).isEqualTo(302);
        String url = java.net
                .URI
                .create(made.headers().firstValue("Location").orElseThrow())
                .getPath();
        assertThat(svea.get(url).body()).contains("Presses", "€12,500.50", "Record the win");
        assertThat(svea.get(url + "/edit").body()).contains("value=\"12500.50\"");
        svea.send("PUT", url + "/stage", Map.of("stage", "" + stage("Offer")));
        svea.send("PUT", url + "/closure", Map.of("outcome", "lost", "reason", "L04", "on", "2026-06-01"));
        assertThat(svea.get(url).body()).contains("No decision, everything stays as it is", "Reopen", "1 Jun 2026");
        svea.send("DELETE", url + "/closure", Map.of());
        assertThat(svea.get(url).body()).contains("taken back", "Reopened in Offer");
    }

    @Test
    void theFormSaysWhatIsMissing() {
        WebClient svea = browsers.as("svea");
        svea.get("/deals/new");
        var answer = svea.post(
                "/deals", Map.of("name", "", "amount", "a lot", "expectedClose", "2026-06-02", "company", "Somebody"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("This is needed.", "such as 12500", "closes after today", "Choose one from the list");
        assertThat(db.fetchCount(DSL.table("deals.deal"))).isZero();
    }

    @Test
    void aLossWithoutAReasonAndAWinWithoutAnAmountAreRefused() {
        long id = open(new SomeDeal().worth(0), "Offer");
        WebClient svea = browsers.as("svea");
        var loss = svea.send("PUT", "/deals/" + id + "/closure", Map.of("outcome", "lost"));
        assertThat(loss.statusCode()).isEqualTo(422);
        assertThat(loss.body()).contains("Choose the reason");
        var win = svea.send("PUT", "/deals/" + id + "/closure", Map.of("outcome", "won"));
        assertThat(win.body()).contains("A win needs an amount");
        assertThat(deals.find(id).orElseThrow().open()).isTrue();
    }

    @Test
    void theBoardSumsStagesMovesCardsAndKeepsItsFilter() {
        long id = open(new SomeDeal().named("Gearboxes").worth(1_000_000), "Offer");
        WebClient svea = browsers.as("svea");
        String board = svea.get("/deals/board").body();
        assertThat(board).contains("data-board=\"deals\"", "€5,000 weighted at 50", "id=\"deal-" + id + "\"");
        var moved = svea.move("/deals/" + id + "/stage", "" + stage("Negotiation"), "/deals/board?q=gear");
        assertThat(moved.statusCode()).isEqualTo(200);
        assertThat(moved.body())
                .contains("€7,500 weighted at 75", "Moved to Negotiation.", "value=\"gear\"")
                .doesNotContain("<html");
    }

    @Test
    void aLongColumnShowsTheFirstFiftyAndLeadsToTheList() {
        IntStream.range(0, 60)
                .forEach(i -> open(new SomeDeal().named("Deal " + i).closing(day(1).plusDays(i)), "Offer"));
        String board = browsers.as("lena").get("/deals/board").body();
        assertThat(Pattern.compile("class=\"board-card\"").matcher(board).results())
                .hasSize(50);
        assertThat(board)
                .contains("Deal 49", "/deals?stage=" + stage("Offer"), "Show all 60")
                .doesNotContain("Deal 50");
    }

    @Test
    void whoMayOnlyReadGetsNoButtons() {
        long id = open(new SomeDeal(), "Offer");
        WebClient mara = browsers.as("mara");
        assertThat(mara.get("/deals/" + id).body()).doesNotContain("Record the win", "/edit\"");
        assertThat(mara.get("/deals/board").body()).doesNotContain("data-move");
        assertThat(mara.send("PUT", "/deals/" + id + "/closure", Map.of("outcome", "won"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(browsers.as("boris").get("/deals").statusCode()).isEqualTo(403);
    }

    @Test
    void staleDealsAreMarkedInWordsNotOnlyInColour() {
        long late = deals.open(
                new SomeDeal().named("Late").closing(day(1).minusYears(1)).details(),
                stage("Offer"),
                null,
                TestClock.START.minus(Duration.ofDays(400)));
        assertThat(browsers.as("lena").get("/deals").body()).contains("overdue");
        assertThat(browsers.as("lena").get("/deals/" + late).body()).contains("The expected close date has passed.");
    }

    @Test
    void aCompanyShowsItsDealsOnItsPage() {
        long kern = company("Kern Maschinenbau");
        open(new SomeDeal().named("Retrofit of line 3").worth(4_500_000).of(kern), "Offer");
        assertThat(browsers.as("mara").get("/companies/" + kern).body())
                .contains("Retrofit of line 3", "€45,000", "Offer");
    }

    @Test
    void companiesAreFoundWhileTyping() {
        long kern = company("Kern & Söhne");
        assertThat(browsers.as("svea")
                        .fragment("/deals/choices/company?company=s%C3%B6hn")
                        .body())
                .contains("Kern &amp; Söhne #" + kern);
        assertThat(browsers.as("svea").get("/deals/choices/passwords").statusCode())
                .isEqualTo(404);
    }

    private long open(SomeDeal deal, String stage) {
        Instant at = TestClock.START.minus(Duration.ofDays(1));
        return deals.open(deal.details(), stage(stage), cast.person("svea").id(), at);
    }

    private long company(String name) {
        return java.util.Objects.requireNonNull(db.fetchSingle(
                        "insert into contacts.company (name, created_at) values ({0}, now()) returning id",
                        DSL.val(name))
                .get(0, Long.class));
    }

    private long stage(String name) {
        return pipelines.all().getFirst().stages().stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static LocalDate day(int ofJuly) {
        return LocalDate.of(2026, 7, 1).plusDays(ofJuly - 1L);
    }

    private static List<String> list(WebClient reader, String query) {
        return names(reader.get("/deals?" + query).body());
    }

    private static List<String> names(String page) {
        return ROW.matcher(page).results().map(m -> m.group(1)).toList();
    }

    private static String link(String page, @Nullable String rel) {
        Matcher matcher =
                Pattern.compile("rel=\"" + rel + "\" href=\"([^\"]*)\"").matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1).replace("&amp;", "&");
    }
}
