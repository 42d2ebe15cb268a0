package doppelpass.deals;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import doppelpass.identity.People;
import doppelpass.testing.Browser;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestClock;
import doppelpass.testing.Window;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A card whose move is refused stands where its deal stands, and the board says why. */
@DoppelpassTest
class DealBoardRefusalTest {
    private final Browser browser;
    private final Deals deals;
    private final Pipelines pipelines;
    private final Cast cast;
    private final DSLContext db;
    private long first;
    private long second;

    DealBoardRefusalTest(Browser browser, Deals deals, Pipelines pipelines, Cast cast, DSLContext db) {
        this.browser = browser;
        this.deals = deals;
        this.pipelines = pipelines;
        this.cast = cast;
        this.db = db;
    }

    @BeforeEach
    void twoDeals(@org.springframework.beans.factory.annotation.Autowired People people) {
        people.prefer(cast.person("svea").id(), "en", "auto");
        db.execute("truncate deals.deal cascade");
        first = open("Servo drives");
        second = open("Gearboxes");
    }

    @AfterEach
    void sveaSellsAgain() {
        function("sales");
    }

    @Test
    void aDropWithoutTheRightGoesBackWithTheReason() {
        try (Window window = board()) {
            function("controlling");
            drop(window.page(), first);
            assertThat(window.page().locator("#toasts")).containsText("Your role may not do this");
            assertThat(card(window.page(), first)).isVisible();
            assertThat(stageOf(first)).isEqualTo("Qualification");
            // the board comes as it is now: for somebody who may not move cards any more
            assertThat(window.page().locator("[data-board-column]")).hasCount(0);
        }
    }

    @Test
    void aDropThatNeverArrivesGoesBackToItsPlaceAmongTheOthers() {
        try (Window window = board()) {
            Page page = window.page();
            page.route("**/stage", route -> route.abort());
            String order = page.locator(".board-stage:first-of-type .board-card")
                    .first()
                    .getAttribute("id");
            drop(page, first);
            assertThat(page.locator("#toasts")).containsText("No connection to the server");
            assertThat(card(page, first)).isVisible();
            assertThat(page.locator(".board-stage:first-of-type .board-card")).hasCount(2);
            assertThat(page.locator(".board-stage:first-of-type .board-card").first())
                    .hasId(order);
            page.unroute("**/stage");
            page.locator("#deal-" + first).focus();
            page.keyboard().press("Alt+ArrowRight");
            assertThat(page.locator("#toasts")).containsText("Moved to Needs analysis.");
            assertThat(stageOf(first)).isEqualTo("Needs analysis");
        }
    }

    @Test
    void aDealThatSomebodyElseClosedLeavesTheBoardWithTheReason() {
        try (Window window = board()) {
            deals.win(first, cast.person("stefan").id(), TestClock.START.minusSeconds(60));
            drop(window.page(), first);
            assertThat(window.page().locator("#toasts .toast-note.bad")).containsText("won already");
            assertThat(window.page().locator("#deal-" + first)).hasCount(0);
            assertThat(card(window.page(), second)).isVisible();
            assertThat(stageOf(first)).isEqualTo("Won");
        }
    }

    @Test
    void aRefusedMoveByKeyboardSaysWhyAndKeepsTheFocus() {
        try (Window window = board()) {
            Page page = window.page();
            page.route("**/stage", route -> route.abort());
            page.locator("#deal-" + first).focus();
            page.keyboard().press("Alt+ArrowRight");
            assertThat(page.locator("#toasts")).containsText("No connection to the server");
            assertThat(card(page, first)).isVisible();
            assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("deal-" + first);
            page.unroute("**/stage");
            function("controlling");
            page.keyboard().press("Alt+ArrowRight");
            assertThat(page.locator("#toasts")).containsText("Your role may not do this");
            assertThat(card(page, first)).isVisible();
            assertThat(stageOf(first)).isEqualTo("Qualification");
        }
    }

    @Test
    void twoQuickMovesBothArrive() {
        try (Window window = board()) {
            Page page = window.page();
            page.locator("#deal-" + first).focus();
            page.keyboard().press("Alt+ArrowRight");
            page.locator("#deal-" + second).focus();
            page.keyboard().press("Alt+ArrowRight");
            assertThat(page.locator(".board-stage:nth-of-type(2) .board-card")).hasCount(2);
            assertThat(stageOf(first)).isEqualTo("Needs analysis");
            assertThat(stageOf(second)).isEqualTo("Needs analysis");
        }
    }

    private Window board() {
        Window window = browser.as("svea");
        window.open("/deals/board", 1280, false);
        return window;
    }

    private void drop(Page page, long deal) {
        page.locator("#deal-" + deal).dragTo(page.locator("[data-board-column='" + stage("Needs analysis") + "']"));
    }

    private Locator card(Page page, long deal) {
        return page.locator(".board-stage[aria-label=Qualification] #deal-" + deal);
    }

    private void function(String function) {
        db.execute(
                "update identity.person set function = ? where id = ?",
                function,
                cast.person("svea").id());
    }

    private long open(String name) {
        return deals.open(
                new SomeDeal().named(name).worth(1_000_000).details(),
                stage("Qualification"),
                cast.person("svea").id(),
                TestClock.START.minusSeconds(86_400));
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
