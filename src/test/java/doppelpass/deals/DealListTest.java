package doppelpass.deals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import doppelpass.identity.Person;
import doppelpass.lists.Cell;
import doppelpass.lists.ListPage;
import doppelpass.lists.ListRow;
import doppelpass.lists.Lists;
import doppelpass.lists.plug.Editing;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.TestClock;
import doppelpass.testing.WebClient;
import doppelpass.web.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DoppelpassTest
class DealListTest {
    private final Lists lists;
    private final DealList list;
    private final Deals deals;
    private final Pipelines pipelines;
    private final TestBrowsers browsers;
    private final DSLContext db;
    private final Cast cast;

    DealListTest(
            Lists lists,
            DealList list,
            Deals deals,
            Pipelines pipelines,
            TestBrowsers browsers,
            DSLContext db,
            Cast cast) {
        this.lists = lists;
        this.list = list;
        this.deals = deals;
        this.pipelines = pipelines;
        this.browsers = browsers;
        this.db = db;
        this.cast = cast;
    }

    @BeforeEach
    void noDeals() {
        db.execute("truncate deals.deal cascade");
    }

    @Test
    void aRuleNarrowsTheListItsSumsAndTheBoard() {
        long small = open(new SomeDeal().named("Small").worth(100_000), "Offer");
        open(new SomeDeal().named("Large").worth(900_000), "Offer");
        String where = "where=deal.amount+%3C+2000";
        assertThat(open(Map.of("where", "deal.amount < 2000")).rows())
                .extracting(ListRow::id)
                .containsExactly(small);
        WebClient svea = browsers.as("svea");
        // 1,000 at 50 %
        assertThat(svea.get("/deals?" + where).body()).contains("€1,000 in all, €500 weighted");
        String board = svea.get("/deals/board?stage=won&" + where).body();
        assertThat(board).contains("Small", "€1,000 in all", "class=\"chip\"").doesNotContain("Large");
        assertThat(board).contains("/deals?stage=won&amp;where=deal.amount").contains("as=calendar");
        assertThat(svea.get("/deals?as=board&where=deal.nonsense+%3C+1").body())
                .contains("role=\"alert\"")
                .doesNotContain("Small");
    }

    @Test
    void aViewIsKeptAsABoardWithItsConditionAndItsPipeline() {
        open(new SomeDeal().named("Small").worth(100_000), "Offer");
        open(new SomeDeal().named("Large").worth(900_000), "Offer");
        WebClient svea = browsers.as("svea");
        svea.get("/deals");
        String address = "where=deal.amount+%3C+2000&as=board";
        var saved = svea.send(
                "POST", "/lists/deals/views", Map.of("name", "Kept board", "scope", "everyone", "address", address));
        String view = saved.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
        String page = browsers.as("stefan").get(view).body();
        assertThat(page).contains("class=\"board\"", "Kept board", "Small").doesNotContain("Large");
        assertThat(page)
                .contains("aria-current=\"page\" title=\"Everyone\"")
                .doesNotContain("data-dialog=\"view-new\"");
        long other = db.fetchSingle("insert into deals.pipeline (name, position) values ('Service', 9) returning id")
                .get(0, Long.class);
        try {
            String board = svea.get("/deals?as=board&pipeline=" + other).body();
            assertThat(board).contains("selected>Service<").contains("/deals?pipeline=" + other);
            assertThat(svea.get("/deals?pipeline=" + other).body())
                    .contains("selected>Service<")
                    .doesNotContain("Small", "Large");
        } finally {
            db.execute("delete from deals.pipeline where id = " + other);
        }
    }

    @Test
    void theBoardKeepsAConditionWhenACardMoves() {
        long id = open(new SomeDeal().named("Small").worth(100_000), "Offer");
        open(new SomeDeal().named("Large").worth(900_000), "Offer");
        String moved = browsers.as("svea")
                .move("/deals/" + id + "/stage", "" + stage("Negotiation"), "/deals/board?where=deal.amount+%3C+2000")
                .body();
        assertThat(moved).contains("Small", "Moved to Negotiation.").doesNotContain("Large");
    }

    @Test
    void standstillIsTheSameInTheListAsOnTheDealsPage() {
        Instant opened = TestClock.START.minus(Duration.ofDays(100));
        for (int days : List.of(1, 2, 3, 4, 5)) {
            long done = open(new SomeDeal().closing(null), "Offer", opened);
            deals.move(done, stage("Negotiation"), null, opened.plus(Duration.ofDays(days)));
            deals.win(done, null, opened.plus(Duration.ofDays(days)));
        }
        LocalDate today = LocalDate.of(2026, 6, 2);
        // the median stay in Offer is 3 days, so quiet begins after 4.5
        long idle = open(new SomeDeal().closing(today), "Offer", TestClock.START.minus(Duration.ofHours(109)));
        long lively = open(new SomeDeal().closing(today), "Offer", TestClock.START.minus(Duration.ofHours(107)));
        long late = open(new SomeDeal().closing(today.minusDays(1)), "Offer");
        long unknown = open(new SomeDeal().closing(null), "Qualification", opened);
        assertThat(rest(idle)).isEqualTo("idle");
        assertThat(rest(lively)).isEmpty();
        assertThat(rest(late)).isEqualTo("overdue");
        assertThat(rest(unknown)).isEmpty();
        assertThat(open(Map.of("stage", "still")).rows())
                .extracting(ListRow::id)
                .containsExactlyInAnyOrder(idle, late);
        WebClient svea = browsers.as("svea");
        assertThat(svea.get("/deals?stage=still").body()).contains("Open and at a standstill");
        assertThat(svea.get("/deals/" + idle).body()).contains("Nothing has happened for more than");
        assertThat(svea.get("/deals/" + lively).body()).doesNotContain("Nothing has happened for more than");
        assertThat(svea.get("/deals/" + late).body()).contains("The expected close date has passed.");
    }

    @Test
    void oneFieldIsWrittenAndTheOthersStayAsTheyAre() {
        long id = open(new SomeDeal().named("Presses").from("Trade Show"), "Offer");
        db.execute("update deals.deal set channel = 'event', cost_minor = 70050 where id = " + id);
        Person stefan = cast.person("stefan");
        write(id, "owner", Long.toString(stefan.id()));
        write(id, "next", "Visit the plant");
        write(id, "nexton", "2026-06-10");
        write(id, "expected", "");
        write(id, "type", "renewal");
        DealDetails now = deals.find(id).orElseThrow().details();
        assertThat(now.ownerId()).isEqualTo(stefan.id());
        assertThat(now.teamId()).isEqualTo(stefan.teamId());
        assertThat(now.nextStep()).isEqualTo("Visit the plant");
        assertThat(now.nextStepOn()).isEqualTo(LocalDate.of(2026, 6, 10));
        assertThat(now.expectedClose()).isNull();
        assertThat(now.type()).isEqualTo(DealType.RENEWAL);
        assertThat(now.name()).isEqualTo("Presses");
        assertThat(now.source()).isEqualTo("Trade Show");
        assertThat(now.channel()).isEqualTo("event");
        assertThat(now.amountMinor()).isEqualTo(2_500_000);
        assertThat(now.costMinor()).isEqualTo(70_050);
    }

    @Test
    void whatTheFormRefusesACellRefusesToo() {
        long id = open(new SomeDeal(), "Offer");
        assertThatThrownBy(() -> write(id, "name", "x".repeat(301)))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo("deals.error.nameLong"));
        assertThatThrownBy(() -> write(id, "expected", "soon"))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo("deals.error.day"));
        assertThatThrownBy(() -> write(id, "stage", "" + stage("Won"))).isInstanceOf(Refusal.class);
        write(id, "stage", "" + stage("Negotiation"));
        assertThat(deals.find(id).orElseThrow().stage().name()).isEqualTo("Negotiation");
    }

    @Test
    void aCellIsWrittenThroughThePageByWhoMay() {
        long id = open(new SomeDeal().from("Trade Show"), "Offer");
        WebClient svea = browsers.as("svea");
        svea.get("/deals");
        var written = svea.send("PUT", "/lists/deals/" + id + "/source", Map.of("value", "Web", "was", "Trade Show"));
        assertThat(written.statusCode()).isEqualTo(200);
        assertThat(deals.find(id).orElseThrow().details().source()).isEqualTo("Web");
        WebClient mara = browsers.as("mara");
        mara.get("/deals");
        assertThat(mara.send("PUT", "/lists/deals/" + id + "/source", Map.of("value", "Fair", "was", "Web"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void everyColumnIsReadAndSortsTheList() {
        long id = open(new SomeDeal().named("Every column"), "Offer");
        String all = String.join(",", list.listing().sorts().keySet());
        for (String sort : list.listing().sorts().keySet()) {
            assertThat(open(Map.of("cols", all, "sort", sort, "desc", "true")).rows())
                    .as(sort)
                    .extracting(ListRow::id)
                    .containsExactly(id);
        }
        assertThat(browsers.as("svea").get("/deals?cols=" + all).body()).contains("Every column", "€12,500");
    }

    @Test
    void sortedByWhatNobodyHasTheListGoesOnBehindItsFirstPage() {
        for (int i = 0; i < 52; i++) open(new SomeDeal().named("Deal " + i), "Offer");
        ListPage first = open(Map.of("sort", "product"));
        String behind = first.state().page().next().orElseThrow().encode();
        assertThat(first.rows()).hasSize(50);
        assertThat(open(Map.of("sort", "product", "at", behind)).rows()).hasSize(2);
    }

    private String rest(long id) {
        return open(Map.of("cols", "rest")).rows().stream()
                .filter(row -> row.id() == id)
                .map(row -> row.cells().getFirst())
                .map((Cell cell) -> cell.text(0))
                .findFirst()
                .orElseThrow();
    }

    private void write(long id, String column, String value) {
        Editing editing = Objects.requireNonNull(
                list.listing().column(column).orElseThrow().editing());
        editing.change().set(id, value, cast.person("svea"));
    }

    private ListPage open(Map<String, String> asked) {
        return lists.open(list, asked, cast.person("svea"));
    }

    private long open(SomeDeal deal, String stage) {
        return open(deal, stage, TestClock.START.minus(Duration.ofDays(1)));
    }

    private long open(SomeDeal deal, String stage, Instant at) {
        return deals.open(deal.details(), stage(stage), cast.person("svea").id(), at);
    }

    private long stage(String name) {
        return pipelines.all().getFirst().stages().stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
