package doppelpass.quality;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import doppelpass.deals.Deals;
import doppelpass.deals.SomeDeal;
import doppelpass.testing.Browser;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestClock;
import doppelpass.testing.Window;
import java.nio.file.Path;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Findings are worked off in one page, by keyboard. */
@DoppelpassTest
class CareWorkTest {
    private final Browser browser;
    private final Deals deals;
    private final DataCare care;
    private final Cast cast;
    private final TestClock clock;
    private final DSLContext db;

    CareWorkTest(Browser browser, Deals deals, DataCare care, Cast cast, TestClock clock, DSLContext db) {
        this.browser = browser;
        this.deals = deals;
        this.care = care;
        this.cast = cast;
        this.clock = clock;
        this.db = db;
    }

    @BeforeEach
    void threeDealsWithoutAnAmount() {
        clock.set(TestClock.START);
        for (int i = 1; i <= 3; i++) {
            long svea = cast.person("svea").id();
            long id = deals.open(new SomeDeal().ownedBy(svea).details(), null, svea, clock.instant());
            db.execute("update deals.deal set amount_minor = 0, name = 'Deal " + i + "' where id = " + id);
        }
    }

    @Test
    void theHandsStayOnTheKeyboard() {
        try (Window window = browser.as("svea")) {
            Page page = window.page();
            window.open("/data-care/deals.noAmount?lang=en", 1280, false);
            window.shot(Path.of("target/shots/care-work-1280-light-en.png"));
            Locator body = page.locator("body");
            body.press("j");
            assertThat(row(page, "Deal 1").locator("[data-row-open]")).isFocused();
            body.press("e");
            Locator input = row(page, "Deal 1").locator("input[name=value]");
            assertThat(input).isFocused();
            input.fill("1500");
            input.press("Enter");
            assertThat(row(page, "Deal 1")).containsText("mended");
            assertThat(page.locator("#care-left")).hasText("2 left");
            assertThat(row(page, "Deal 2").locator("[data-row-open]")).isFocused();
            body.press("x");
            assertThat(row(page, "Deal 2")).containsText("Mend after all");
            assertThat(page.locator("#care-left")).hasText("1 left");
            assertThat(row(page, "Deal 3").locator("[data-row-open]")).isFocused();
            assertThat(window.barriers()).isEmpty();
            window.shot(Path.of("target/shots/care-worked-1280-light-en.png"));
            page.locator("#toasts .undo").click();
            assertThat(row(page, "Deal 1")).not().containsText("mended");
            row(page, "Deal 2").getByText("Mend after all").click();
            assertThat(page.locator("#care-left")).hasText("3 left");
            window.open("/data-care/deals.noAmount?lang=de", 360, true);
            assertThat(window.overflow()).isZero();
            assertThat(window.barriers()).isEmpty();
            window.shot(Path.of("target/shots/care-work-360-dark-de.png"));
            assertThat(window.complaints()).isEmpty();
        }
        assertThat(care.result(care.check("deals.noAmount")).found()).isEqualTo(3);
    }

    private static Locator row(Page page, String deal) {
        return page.locator("tr[data-recheck]", new Page.LocatorOptions().setHasText(deal));
    }
}
