package doppelpass.search;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import doppelpass.contacts.Companies;
import doppelpass.contacts.CompanyDetails;
import doppelpass.contacts.ContactDetails;
import doppelpass.contacts.Contacts;
import doppelpass.testing.Browser;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.Window;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The box as people use it: without a mouse. */
@DoppelpassTest
class SearchBoxTest {
    private static final Path LOOKS = Path.of("target/looks");

    private final Browser browser;
    private final Contacts contacts;
    private final Companies companies;
    private final Cast cast;
    private Window window;
    private Page page;

    SearchBoxTest(Browser browser, Contacts contacts, Companies companies, Cast cast) {
        this.browser = browser;
        this.contacts = contacts;
        this.companies = companies;
        this.cast = cast;
    }

    @BeforeEach
    void open() {
        cast.enter();
        long kern = companies.add(new CompanyDetails(
                "Müller Antriebstechnik GmbH",
                "mueller-antriebe.example",
                null,
                "+49851123456",
                null,
                null,
                null,
                null,
                "Passau",
                "DE",
                null,
                "A",
                null,
                null,
                null));
        for (String first : new String[] {"Änne", "Bernd", "Clara", "Dora", "Emil", "Franz", "Greta"}) {
            contacts.add(new ContactDetails(
                    kern,
                    null,
                    first,
                    "Mueller",
                    first.toLowerCase() + "@mueller.example",
                    null,
                    null,
                    "Einkauf",
                    "DE",
                    null,
                    null,
                    "unknown",
                    "unknown",
                    null,
                    "Met at the fair; wants a quotation for gears in autumn"));
        }
        window = browser.as("svea");
        page = window.page();
        window.open("/deals", 1280, false);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void recordsAndCommandsAreReachedByKeyboardAlone() {
        page.keyboard().press("Control+k");
        Locator box = page.locator("#find");
        assertThat(box).isVisible();
        assertThat(box.getByText("Nothing opened yet")).isVisible();
        page.keyboard().type("müller cl", new com.microsoft.playwright.Keyboard.TypeOptions().setDelay(15));
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.contains("/contacts/"));
        assertThat(page.locator("h1")).hasText("Clara Mueller");

        page.keyboard().press("/");
        assertThat(box.getByRole(com.microsoft.playwright.options.AriaRole.OPTION))
                .hasCount(1);
        assertThat(box).containsText("Opened last");
        page.keyboard().type("mueller");
        Locator active = box.locator("[aria-selected=true]");
        assertThat(box.locator("mark").first()).isVisible();
        assertThat(active).containsText("Clara Mueller");
        assertThat(box).containsText("All in Contacts");
        page.keyboard().press("ArrowDown");
        assertThat(active).not().containsText("Clara");
        page.keyboard().press("ArrowUp");
        page.keyboard().press("ArrowUp");
        assertThat(active).containsText("Müller Antriebstechnik GmbH");
        Page tab = page.context().waitForPage(() -> page.keyboard().press("Control+Enter"));
        assertThat(tab.url()).contains("/companies/");
        tab.close();
        assertThat(window.barriers()).isEmpty();
        looks("box");
        page.keyboard().press("Escape");
        assertThat(box).not().isVisible();

        run("new deal");
        page.waitForURL(url -> url.endsWith("/deals/new"));
        run("go to glossary");
        page.waitForURL(url -> url.endsWith("/glossary"));
        page.keyboard().press("g");
        page.keyboard().press("d");
        page.waitForURL(url -> url.endsWith("/deals"));
        run("deutsch");
        page.waitForURL(url -> url.endsWith("/me"));
        assertThat(page.locator("html")).hasAttribute("lang", "de");
        window.open("/deals", 1280, false);
        page.keyboard().press("Control+k");
        page.keyboard().type("mull");
        assertThat(box).containsText("Alle in Kontakte");
        looks("box-de");
        page.keyboard().press("Escape");
        run("abmelden");
        page.waitForURL(url -> url.contains("/sign-in"));
        assertThat(window.complaints()).isEmpty();
    }

    @Test
    void thePageAnswersWithoutTheBoxAndTheBoxFitsAPhone() {
        window.open("/search?q=gears", 1280, false);
        assertThat(page.locator("main mark").first()).hasText("gears");
        assertThat(window.barriers()).isEmpty();
        looks("page");
        page.locator("main input[name=q]").fill("Antriebstehcnik");
        page.locator("main button.btn-primary").click();
        assertThat(page.locator("main .hits")).containsText("Müller Antriebstechnik GmbH");
        window.open("/deals", 360, false);
        page.locator(".tabbar [data-find]").click();
        page.keyboard().type("mueller");
        assertThat(page.locator("#find [aria-selected=true]")).containsText("Mueller");
        assertThat(window.overflow()).isZero();
        page.keyboard().type(" xyz");
        assertThat(page.locator("#find")).containsText("Nothing found for “mueller xyz”");
        assertThat(window.barriers()).isEmpty();
        page.screenshot(new Page.ScreenshotOptions().setPath(LOOKS.resolve("search-none-360.png")));
        assertThat(window.complaints()).isEmpty();
    }

    private void run(String command) {
        page.keyboard().press("Control+k");
        page.keyboard().type(command);
        page.keyboard().press("Enter");
    }

    private void looks(String name) {
        for (int width : new int[] {1280, 360}) {
            for (boolean dark : new boolean[] {false, true}) {
                window.turn(width, dark);
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(LOOKS.resolve("search-" + name + "-" + width + (dark ? "-dark" : "") + ".png")));
            }
        }
        window.turn(1280, false);
    }
}
