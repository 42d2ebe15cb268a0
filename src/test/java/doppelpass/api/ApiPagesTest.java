package doppelpass.api;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import doppelpass.testing.Browser;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.Program;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.Window;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A person gives a program a token and reads how it is used, all by keyboard if wanted. */
@DoppelpassTest
class ApiPagesTest {
    private final Browser browser;
    private final TestBrowsers browsers;

    ApiPagesTest(Browser browser, TestBrowsers browsers) {
        this.browser = browser;
        this.browsers = browsers;
    }

    @Test
    void aTokenIsMadeCopiedUsedAndTakenBackAndTheGuideTellsHow() {
        Window window = browser.as("mara");
        Page page = window.page();
        window.open("/tokens", 1280, false);
        assertThat(page.getByText("No program acts for you")).isVisible();
        window.shot(Path.of("target/shots/api-tokens-empty.png"));
        page.getByLabel("What it is for").fill("Website form");
        page.getByLabel("Read Contacts").check();
        page.getByLabel("Write Contacts").check();
        page.getByText("Make token").click();
        String token = page.locator("#token").inputValue();
        window.shot(Path.of("target/shots/api-token-made.png"));
        assertThat(window.barriers()).isEmpty();
        assertThat(new Program(browsers.url(), token).get("").at("/token/name")).isEqualTo("Website form");
        page.getByText("Done").click();
        assertThat(page.locator("td", new Page.LocatorOptions().setHasText("Website form")))
                .isVisible();
        window.shot(Path.of("target/shots/api-tokens.png"));
        for (String path : new String[] {"/tokens", "/api"}) {
            window.open(path, 360, true);
            assertThat(window.overflow()).as(path).isLessThanOrEqualTo(0);
            if (path.equals("/api"))
                page.locator("details.fold").nth(3).locator("summary").click();
            assertThat(window.overflow()).as(path + " unfolded").isLessThanOrEqualTo(0);
            window.shot(Path.of("target/shots" + path + "-360.png"));
            assertThat(window.barriers()).as(path).isEmpty();
        }
        window.open("/api", 1280, false);
        page.locator("details.fold").nth(3).locator("summary").click();
        window.shot(Path.of("target/shots/api-guide.png"));
        assertThat(window.barriers()).isEmpty();
        window.open("/tokens", 1280, false);
        page.getByLabel("Take back the token Website form").click();
        assertThat(page.getByText("Taken back").first()).isVisible();
        assertThat(new Program(browsers.url(), token).get("").status()).isEqualTo(401);
        assertThat(window.complaints()).isEmpty();
        window.close();
    }
}
