package doppelpass.pricing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import doppelpass.deals.Product;
import doppelpass.deals.Products;
import doppelpass.testing.Browser;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.Window;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The lines of a deal in a real browser. */
@DoppelpassTest
class LinesBrowserTest {
    private static final Path SHOTS = Path.of("target/shots");

    private final Browser browser;
    private final TestBrowsers browsers;
    private final Products products;

    LinesBrowserTest(Browser browser, TestBrowsers browsers, Products products) {
        this.browser = browser;
        this.browsers = browsers;
        this.products = products;
    }

    @Test
    void anOfferIsWrittenByKeyboardChangedInPlacePutInOrderAndTakenBack() {
        products.add(new Product(0, "Rollenbahn RB 400", "RB400", "Förder", "Stück", 2_490_000L, 1_110_000L, true));
        String deal = browsers.as("svea")
                .post("/deals", Map.of("name", "Conveyor, hall 2", "type", "new", "amount", "1"))
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst("https?://[^/]+", "");
        try (Window window = browser.as("svea")) {
            window.open(deal, 1280, false);
            Page page = window.page();
            page.locator("#line-text").fill("Rollenbahn RB 400 · RB400");
            page.keyboard().press("Tab");
            page.keyboard().insertText("3");
            page.keyboard().press("Enter");
            assertThat(page.locator(".figures .big")).hasText("€74,700");
            assertThat(page.locator("#line-text")).isFocused();
            page.keyboard().insertText("Assembly on site");
            page.locator(".line-new [name=price]").fill("4,500");
            page.keyboard().press("Enter");
            assertThat(page.locator(".figures .big")).hasText("€79,200");
            assertThat(page.locator("#lines")).containsText("One line has no cost");
            editAndUndo(page);
            order(page);
            page.locator("#terms-discount").fill("5 %");
            page.keyboard().press("Enter");
            assertThat(page.locator(".figures .big")).hasText("€75,240");
            assertThat(page.locator(".changes")).containsText("Σ → Σ −5 %");
            look(window);
            assertThat(window.complaints()).isEmpty();
        }
    }

    private static void editAndUndo(Page page) {
        row(page, "Assembly").locator("button[hx-get]").click();
        assertThat(page.locator(".line-edit [name=text]")).isFocused();
        page.locator(".line-edit [name=cost]").fill("2000");
        page.locator(".line-edit [name=quantity]").fill("2");
        page.keyboard().press("Enter");
        assertThat(page.locator(".figures .big")).hasText("€83,700");
        page.locator("#toasts .undo").last().click();
        assertThat(page.locator(".figures .big")).hasText("€79,200");
        row(page, "Rollenbahn").locator("form button").click();
        assertThat(page.locator(".figures .big")).hasText("€4,500");
        page.locator("#toasts .undo").last().click();
        assertThat(page.locator(".figures .big")).hasText("€79,200");
        assertThat(page.locator("#lines tbody tr").first()).containsText("Rollenbahn");
    }

    private static void order(Page page) {
        Locator grip = row(page, "Assembly").locator(".grip");
        String id = grip.getAttribute("id");
        grip.focus();
        page.keyboard().press("ArrowUp");
        assertThat(page.locator("#lines tbody tr").first()).containsText("Assembly");
        assertThat(page.locator("#" + id)).isFocused();
        page.waitForResponse(
                answer -> answer.url().endsWith("/place"),
                () -> row(page, "Rollenbahn").locator(".grip").dragTo(row(page, "Assembly")));
        page.waitForFunction("() => !document.querySelector('.htmx-request')");
        assertThat(page.locator("#lines tbody tr").first()).containsText("Rollenbahn");
    }

    private static void look(Window window) {
        window.shot(SHOTS.resolve("lines-1280-light.png"));
        for (int width : new int[] {1280, 360}) {
            for (boolean dark : new boolean[] {false, true}) {
                window.turn(width, dark);
                assertThat(window.overflow()).isZero();
                assertThat(window.barriers()).isEmpty();
                window.shot(SHOTS.resolve("lines-" + width + (dark ? "-dark" : "-light") + ".png"));
            }
        }
    }

    private static Locator row(Page page, String text) {
        return page.locator("#lines tbody tr", new Page.LocatorOptions().setHasText(text));
    }
}
