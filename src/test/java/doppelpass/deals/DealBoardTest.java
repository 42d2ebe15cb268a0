package doppelpass.deals;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import doppelpass.identity.People;
import doppelpass.testing.Browser;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestClock;
import doppelpass.testing.Window;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The board and the page of a deal in a real browser. */
@DoppelpassTest
class DealBoardTest {
    private static final List<String> STAGES = List.of("Qualification", "Needs analysis", "Offer", "Negotiation");

    private final Browser browser;
    private final Deals deals;
    private final Pipelines pipelines;
    private final People people;
    private final Cast cast;
    private final DSLContext db;

    DealBoardTest(Browser browser, Deals deals, Pipelines pipelines, People people, Cast cast, DSLContext db) {
        this.browser = browser;
        this.deals = deals;
        this.pipelines = pipelines;
        this.people = people;
        this.cast = cast;
        this.db = db;
    }

    @BeforeEach
    void aDozenDeals() {
        people.prefer(cast.person("svea").id(), "en", "auto");
        db.execute("truncate deals.deal cascade");
        long kern = Objects.requireNonNull(db.fetchSingle(
                        "insert into contacts.company (name, created_at) values ('Maschinenbau Hofmann & Söhne KG', now()) returning id")
                .get(0, Long.class));
        for (int i = 0; i < 12; i++) {
            SomeDeal deal = new SomeDeal()
                    .named(List.of("Servo drives", "Gearboxes line 4", "Retrofit of two presses")
                            .get(i % 3))
                    .worth(1_250_000L * (i + 1))
                    .of(i % 2 == 0 ? kern : null)
                    .from(i % 3 == 0 ? "Trade Show" : "Web Research")
                    .ownedBy(cast.person(i % 2 == 0 ? "svea" : "stefan").id())
                    .closing(LocalDate.of(2026, 5, 25).plusDays(4L * i));
            deals.open(
                    deal.details(),
                    stage(STAGES.get(i % 4)),
                    cast.person("svea").id(),
                    TestClock.START.minus(Duration.ofDays(30)));
        }
    }

    @Test
    void aCardMovesByKeyboardAndKeepsTheFocus() {
        try (Window window = browser.as("svea")) {
            window.open("/deals/board", 1280, false);
            Page page = window.page();
            long id = firstIn("Offer");
            page.locator("#deal-" + id).focus();
            page.keyboard().press("Alt+ArrowRight");
            PlaywrightAssertions.assertThat(page.locator("#toasts")).containsText("Moved to Negotiation.");
            assertThat(stageOf(id)).isEqualTo("Negotiation");
            assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("deal-" + id);
            page.keyboard().press("Alt+ArrowLeft");
            PlaywrightAssertions.assertThat(page.locator("#toasts")).containsText("Moved to Offer.");
            assertThat(stageOf(id)).isEqualTo("Offer");
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void whatIsWrittenBesideADealStandsInItsFiguresAndItsNextStep() {
        try (Window window = browser.as("svea")) {
            long id = firstIn("Offer");
            window.open("/deals/" + id, 1280, false);
            Page page = window.page();
            write(page, id + "-amount", "4321");
            PlaywrightAssertions.assertThat(page.locator(".figures")).containsText("€4,321");
            PlaywrightAssertions.assertThat(page.locator(".figures")).containsText("€2,160.50");
            write(page, id + "-next", "Visit the plant");
            PlaywrightAssertions.assertThat(page.locator("#next-step")).containsText("Visit the plant");
            assertThat(page.locator("#next-step").count()).isEqualTo(1);
            assertThat(window.complaints()).isEmpty();
        }
    }

    private static void write(Page page, String cell, String value) {
        Locator fact = page.locator("#c-" + cell);
        fact.hover();
        fact.locator(".pen").click();
        fact.locator("input[name=value]").fill(value);
        fact.locator("input[name=value]").press("Enter");
    }

    @Test
    void theBoardOpensWithThePipelineThatHasTheMostOpenDeals() {
        long service = pipelines.add(new Pipelines.PipelineNames("Service", "Asked", "Repaired", "Refused"));
        try (Window window = browser.as("svea")) {
            window.open("/deals/board", 1280, false);
            PlaywrightAssertions.assertThat(window.page().locator("[data-board-column]"))
                    .hasCount(4);
            db.execute(
                    "update deals.deal set stage_id = ?",
                    pipelines.find(service).openStages().getFirst().id());
            window.open("/deals/board", 1280, false);
            PlaywrightAssertions.assertThat(window.page().locator("[data-board-column]"))
                    .hasCount(1);
            assertThat(window.page().locator("select[name=pipeline]").inputValue())
                    .isEqualTo("" + service);
        }
    }

    @Test
    void theBoardStaysWithItsPipelineWhenAnotherBecomesBusierMeanwhile() {
        long repairs = pipelines.add(new Pipelines.PipelineNames("Repairs", "Asked", "Repaired", "Refused"));
        try (Window window = browser.as("svea")) {
            window.open("/deals/board", 1280, false);
            long id = firstIn("Offer");
            db.execute(
                    "update deals.deal set stage_id = ? where id <> ?",
                    pipelines.find(repairs).openStages().getFirst().id(),
                    id);
            window.page().locator("#deal-" + id).focus();
            window.page().keyboard().press("Alt+ArrowRight");
            PlaywrightAssertions.assertThat(window.page().locator("#toasts")).containsText("Moved to Negotiation.");
            PlaywrightAssertions.assertThat(window.page().locator("[data-board-column]"))
                    .hasCount(4);
            assertThat(stageOf(id)).isEqualTo("Negotiation");
        }
    }

    @Test
    void aCardMovesWithTheMouse() {
        try (Window window = browser.as("svea")) {
            window.open("/deals/board", 1280, false);
            Page page = window.page();
            long id = firstIn("Qualification");
            page.locator("#deal-" + id).dragTo(page.locator("[data-board-column='" + stage("Needs analysis") + "']"));
            PlaywrightAssertions.assertThat(page.locator("#toasts")).containsText("Moved to Needs analysis.");
            assertThat(stageOf(id)).isEqualTo("Needs analysis");
        }
    }

    @Test
    void aWinIsRecordedInADialogWithOneKey() {
        try (Window window = browser.as("svea")) {
            long id = firstIn("Offer");
            window.open("/deals/" + id, 1280, false);
            Page page = window.page();
            page.keyboard().press("w");
            page.locator("dialog[open] [name=promised]").fill("Delivery in calendar week 30");
            window.shot(Path.of("target", "shots", "deal-win-1280.png"));
            page.locator("dialog[open] .btn-good").click();
            PlaywrightAssertions.assertThat(page.locator(".path .won")).hasText("Won");
            assertThat(stageOf(id)).isEqualTo("Won");
        }
        try (Window window = browser.as("selma")) {
            window.open("/hand-overs", 1280, false);
            PlaywrightAssertions.assertThat(window.page().locator(".inbox"))
                    .containsText("Delivery in calendar week 30");
            window.shot(Path.of("target", "shots", "service-inbox-1280.png"));
            window.open("/hand-overs", 360, true);
            window.shot(Path.of("target", "shots", "service-inbox-360.png"));
            assertThat(window.overflow()).isZero();
            assertThat(window.barriers()).isEmpty();
        }
    }

    @Test
    void thePagesHaveNoBarrierAndFitAPhone() {
        long id = firstIn("Offer");
        deals.win(id, cast.person("svea").id(), TestClock.START.minus(Duration.ofDays(2)));
        deals.reopen(id, cast.person("stefan").id(), TestClock.START);
        looksAfter("svea", "/deals", "/deals/board", "/deals/" + id, "/deals/" + id + "/edit", "/data-care");
        looksAfter("ada", "/data-care/deals.overdue", "/pipelines", "/products/new");
    }

    private void looksAfter(String name, String... paths) {
        try (Window window = browser.as(name)) {
            for (String path : paths) {
                for (boolean dark : List.of(false, true)) {
                    for (int width : List.of(1280, 360)) {
                        people.prefer(cast.person(name).id(), dark ? "de" : "en", "auto");
                        assertThat(window.open(path, width, dark)).isEqualTo(200);
                        assertThat(window.barriers()).as(path).isEmpty();
                        assertThat(window.complaints()).as(path).isEmpty();
                        assertThat(window.overflow()).as(path + " " + width).isZero();
                        String file =
                                path.replaceAll("\\d+", "x").replace('/', '-').substring(1);
                        window.shot(
                                Path.of("target/shots/" + file + "-data-" + width + (dark ? "-dark" : "") + ".png"));
                    }
                }
            }
        }
    }

    private long firstIn(String stage) {
        return Objects.requireNonNull(db.fetchSingle(
                        "select id from deals.deal where stage_id = {0} order by expected_close, id limit 1",
                        DSL.val(stage(stage)))
                .get(0, Long.class));
    }

    private String stageOf(long id) {
        return deals.find(id).orElseThrow().stage().name();
    }

    private long stage(String name) {
        return pipelines.all().getFirst().stages().stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
