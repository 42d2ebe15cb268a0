package doppelpass.gates;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import doppelpass.api.Programs;
import doppelpass.deals.Deals;
import doppelpass.deals.Pipeline;
import doppelpass.deals.Pipelines;
import doppelpass.deals.Stage;
import doppelpass.gates.Answer.Value;
import doppelpass.identity.Person;
import doppelpass.testing.Browser;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.Program;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.TestClock;
import doppelpass.testing.WebClient;
import doppelpass.testing.Window;
import doppelpass.web.Refusal;
import doppelpass.work.Queue;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DoppelpassTest
class GatesTest {
    private final Gates gates;
    private final Deals deals;
    private final Pipelines pipelines;
    private final TestBrowsers browsers;
    private final Browser browser;
    private final Programs programs;
    private final Queue queue;
    private final TestClock clock;
    private final Cast cast;
    private final DSLContext db;
    private Person svea;
    private long deal;

    GatesTest(
            Gates gates,
            Deals deals,
            Pipelines pipelines,
            TestBrowsers browsers,
            Browser browser,
            Programs programs,
            Queue queue,
            TestClock clock,
            Cast cast,
            DSLContext db) {
        this.gates = gates;
        this.deals = deals;
        this.pipelines = pipelines;
        this.browsers = browsers;
        this.browser = browser;
        this.programs = programs;
        this.queue = queue;
        this.clock = clock;
        this.cast = cast;
        this.db = db;
    }

    @BeforeEach
    void stage() {
        clock.set(TestClock.START);
        cast.enter();
        svea = cast.person("svea");
        browsers.as("svea").get("/deals/new");
        HttpResponse<String> answer =
                browsers.as("svea").post("/deals", Map.of("name", "Drives", "type", "new", "amount", "25000"));
        deal = Long.parseLong(
                answer.headers().firstValue("Location").orElseThrow().replaceAll(".*/", ""));
    }

    /** Worked by hand from the usual gates: second stage M+I, third +E+Dc, fourth +Dp+C+Comp; BANT three with need. */
    @Test
    void theUsualGatesAreThoseOfTheBook() {
        gates.askUsual(pipeline().id(), Framework.MEDDICC);
        assertThat(asked()).containsExactly("", "2 IM", "4 DEIM", "7 CCDDEIM");
        gates.askUsual(pipeline().id(), Framework.BANT);
        assertThat(asked()).containsExactly("", "3 N", "", "");
        gates.askUsual(pipeline().id(), Framework.CHAMP);
        assertThat(asked()).containsExactly("", "3 C", "", "");
    }

    @Test
    void aSkippedGateIsAskedTooAndTheRefusalNamesWhatIsMissingInBothLanguages() {
        gates.askUsual(pipeline().id(), Framework.MEDDICC);
        gates.ask(open(2), new Rule(Framework.MEDDICC, 5, Set.of("meddicc.metrics"), Set.of(Fact.COMPANY)));
        Refusal no = refused(() -> deals.move(deal, open(2), svea.id(), clock.instant()));
        assertThat(no.text(Locale.ENGLISH))
                .isEqualTo("The deal cannot enter Needs analysis yet. Missing: Metrics, Identified pain.");
        assertThat(no.text(Locale.GERMAN)).endsWith("Es fehlt: Messgrößen, Erkannter Schmerz.");
        assertThat(no.remedy()).isEqualTo("/deals/" + deal + "#checklist");
        yes("meddicc.metrics");
        yes("meddicc.identify_pain");
        assertThat(refused(() -> deals.move(deal, open(2), svea.id(), clock.instant()))
                        .text(Locale.ENGLISH))
                .isEqualTo("The deal cannot enter Offer yet. Missing: Company, 3 more yes of MEDDICC.");
        deals.move(deal, open(1), svea.id(), clock.instant());
        gates.ask(open(1), new Rule(Framework.BANT, 4, Set.of(), Set.of()));
        gates.ask(open(0), new Rule(Framework.BANT, 4, Set.of(), Set.of()));
        deals.move(deal, open(0), svea.id(), clock.instant());
        assertThat(stageOf()).as("the way back is always open").isEqualTo("Qualification");
    }

    @Test
    void everyDoorAsksTheGate() {
        gates.ask(open(1), new Rule(null, 0, Set.of(), Set.of(Fact.NEXT_STEP)));
        long won = pipeline().stages().stream()
                .filter(s -> s.kind() == Stage.Kind.WON)
                .findFirst()
                .orElseThrow()
                .id();
        gates.ask(won, new Rule(null, 0, Set.of(), Set.of(Fact.CONTACT)));
        WebClient page = browsers.as("svea");
        HttpResponse<String> moved = page.send("PUT", "/deals/" + deal + "/stage", Map.of("stage", "" + open(1)));
        assertThat(moved.statusCode()).isEqualTo(422);
        assertThat(moved.body()).contains("Missing: Next step", "href=\"/deals/" + deal + "#checklist\"");
        HttpResponse<String> cell =
                page.send("PUT", "/lists/deals/" + deal + "/stage", Map.of("value", "" + open(1), "was", "" + open(0)));
        assertThat(cell.statusCode()).isEqualTo(422);
        HttpResponse<String> opened =
                page.post("/deals", Map.of("name", "Late", "type", "new", "amount", "1", "stage", "" + open(1)));
        assertThat(opened.statusCode()).isEqualTo(422);
        assertThat(db.fetchCount(doppelpassdb.deals.Tables.DEAL)).isEqualTo(1);
        HttpResponse<String> closed = page.send("PUT", "/deals/" + deal + "/closure", Map.of("outcome", "won"));
        assertThat(closed.statusCode()).isEqualTo(422);
        assertThat(page.send("PUT", "/deals/" + deal + "/closure", Map.of("outcome", "lost", "reason", "L04"))
                        .statusCode())
                .as("what is lost passes no gate")
                .isEqualTo(302);
    }

    @Test
    void theApiAndManyAtOnceAskTheGateToo() {
        gates.ask(open(1), new Rule(null, 0, Set.of(), Set.of(Fact.NEXT_STEP)));
        WebClient page = browsers.as("svea");
        Program program = programs.of("svea");
        String next = pipeline().openStages().get(1).name();
        Program.Answer patched = program.send("PATCH", "/deals/" + deal, "{\"stage\": \"" + next + "\"}");
        assertThat(patched.status()).isEqualTo(422);
        assertThat(patched.body()).contains("Missing: Next step");
        assertThat(program.send("POST", "/deals", "{\"name\": \"Late\", \"stage\": \"" + next + "\"}")
                        .status())
                .isEqualTo(422);
        String bulk = page.post("/lists/deals/bulk?ids=" + deal, Map.of("column", "stage", "value", "" + open(1)))
                .headers()
                .firstValue("location")
                .orElseThrow()
                .replaceFirst("https?://[^/]+", "");
        page.send("PUT", bulk + "/run", Map.of());
        queue.runUntilIdle();
        assertThat(page.get(bulk).body()).contains("Missing: Next step");
        assertThat(stageOf()).isEqualTo("Qualification");
    }

    @Test
    void leadershipLetsADealThroughWithAReasonThatIsKept() {
        gates.askUsual(pipeline().id(), Framework.BANT);
        Map<String, String> form = Map.of("stage", "" + open(1), "reason", "The board wants it");
        assertThat(browsers.as("svea")
                        .post("/deals/" + deal + "/passages", form)
                        .statusCode())
                .isEqualTo(403);
        assertThat(browsers.as("lena")
                        .post("/deals/" + deal + "/passages", Map.of("stage", "" + open(1), "reason", "so"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(stageOf()).isEqualTo("Qualification");
        assertThat(browsers.as("lena")
                        .post("/deals/" + deal + "/passages", form)
                        .statusCode())
                .isEqualTo(302);
        assertThat(stageOf()).isEqualTo("Needs analysis");
        assertThat(browsers.as("svea").get("/deals/" + deal).body())
                .contains("Lena Lead let this deal into Needs analysis", "The board wants it");
        assertThat(db.fetch("select 1 from audit.entry where tab = 'gates.passage' and record_id = " + deal))
                .hasSize(1);
    }

    @Test
    void nobodyIsLetIntoALossNorADealThatIsClosed() {
        Person lena = cast.person("lena");
        long lost = pipeline().stages().getLast().id();
        assertThat(refused(() -> gates.pass(deal, lost, "The board wants it", lena))
                        .key())
                .isEqualTo("gates.error.lost");
        deals.win(deal, svea.id(), clock.instant());
        long won = deals.find(deal).orElseThrow().stage().id();
        assertThat(refused(() -> gates.pass(deal, won, "The board wants it", lena))
                        .key())
                .isEqualTo("deals.error.closed.won");
        assertThat(db.fetchCount(doppelpassdb.gates.Tables.PASSAGE)).isZero();
    }

    @Test
    void aYesNeedsEvidenceOfThisDeal() {
        assertThat(refused(() -> gates.answer(deal, "bant.need", Value.YES, null, null, svea))
                        .key())
                .isEqualTo("gates.error.evidence");
        assertThat(refused(() -> gates.answer(deal, "bant.need", Value.YES, null, 999L, svea))
                        .key())
                .isEqualTo("gates.error.activity");
        browsers.as("svea")
                .post(
                        "/activities",
                        Map.of("about", "deal-" + deal, "kind", "call", "outcome", "reached", "note", "Asked"));
        long call = gates.evidence(deal).getFirst().id();
        gates.answer(deal, "bant.need", Value.YES, null, call, svea);
        gates.answer(deal, "bant.budget", Value.NO, null, null, svea);
        assertThat(Objects.requireNonNull(gates.answers(deal).get("bant.need")).activityId())
                .isEqualTo(call);
        assertThat(Objects.requireNonNull(gates.answers(deal).get("bant.budget"))
                        .person())
                .isEqualTo("Svea Sales");
    }

    @Test
    void theBoardSaysWhatIsMissingAndTheChecklistIsFilledThere() {
        gates.askUsual(pipeline().id(), Framework.BANT);
        try (Window window = browser.as("svea")) {
            window.open("/deals/board", 1280, false);
            Page page = window.page();
            page.locator("#deal-" + deal).focus();
            page.keyboard().press("Alt+ArrowRight");
            assertThat(page.locator("#toasts")).containsText("Missing: Need, 2 more yes of BANT");
            page.locator("#toasts a").click();
            page.waitForURL("**/deals/" + deal + "#checklist");
            for (String item : List.of("bant.need", "bant.budget", "bant.timing")) {
                page.locator("li:has([id='answer-" + item + "']) summary").click();
                page.locator("li:has([id='answer-" + item + "']) [name=note]").fill("Said so in the first call");
                page.keyboard().press("Enter");
                assertThat(page.locator("li:has([id='answer-" + item + "']) .gate-sign.good"))
                        .hasCount(1);
            }
            assertThat(page.locator("#checklist")).containsText("Needs analysis: nothing missing");
            look(window, "checklist");
            page.locator(".path button", new Page.LocatorOptions().setHasText("Needs analysis"))
                    .click();
            assertThat(page.locator(".path .here")).hasText("Needs analysis");
        }
        try (Window window = browser.as("lena")) {
            window.open("/gates", 1280, false);
            window.page().locator(".gate-stage summary").nth(1).click();
            look(window, "gates");
        }
    }

    private static void look(Window window, String name) {
        for (int width : new int[] {1280, 360}) {
            for (boolean dark : new boolean[] {false, true}) {
                window.turn(width, dark);
                assertThat(window.overflow()).isZero();
                assertThat(window.barriers()).isEmpty();
                window.shot(Path.of("target/shots", name + "-" + width + (dark ? "-dark" : "-light") + ".png"));
            }
        }
    }

    /** Of each open stage: how many yes, and the first letters of what must be. */
    private List<String> asked() {
        Map<Long, Rule> rules = gates.rules();
        return pipeline().openStages().stream()
                .map(stage -> rules.get(stage.id()))
                .map(rule -> rule == null
                        ? ""
                        : rule.atLeast() + " "
                                + rule.must().stream()
                                        .map(item ->
                                                item.replaceAll(".*\\.", "").substring(0, 1))
                                        .sorted()
                                        .reduce("", String::concat)
                                        .toUpperCase(Locale.ROOT))
                .toList();
    }

    private void yes(String item) {
        gates.answer(deal, item, Value.YES, "Heard on the phone", null, svea);
    }

    private static Refusal refused(Runnable attempt) {
        Refusal[] no = new Refusal[1];
        assertThatThrownBy(attempt::run).isInstanceOfSatisfying(Refusal.class, refusal -> no[0] = refusal);
        return no[0];
    }

    private Pipeline pipeline() {
        return pipelines.all().getFirst();
    }

    private long open(int place) {
        return pipeline().openStages().get(place).id();
    }

    private String stageOf() {
        return deals.find(deal).orElseThrow().stage().name();
    }
}
