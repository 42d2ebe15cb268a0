package doppelpass.signin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import doppelpass.core.TeamFunction;
import doppelpass.identity.People;
import doppelpass.testing.Browser;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestClock;
import doppelpass.testing.Window;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;

/** The way in with a second factor in a real browser, by keyboard, on a phone and on a desk, in light and dark. */
@DoppelpassTest
class SecondFactorLooksTest {
    private final Browser browser;
    private final People people;
    private final Cast cast;
    private final AccessRules rules;
    private final TestClock clock;

    SecondFactorLooksTest(Browser browser, People people, Cast cast, AccessRules rules, TestClock clock) {
        this.browser = browser;
        this.people = people;
        this.cast = cast;
        this.rules = rules;
        this.clock = clock;
    }

    @Test
    void aPhoneIsSetUpOnTheWayInAndAskedForTheNextTime() {
        rules.change(new AccessRule("", false, Set.of(TeamFunction.SALES)));
        people.prefer(cast.person("svea").id(), "de", "auto");
        byte[] secret;
        try (Window window = browser.stranger()) {
            password(window, "de");
            looks(window, "enrolment", "de");
            Page page = window.page();
            secret = new Base32().decode(page.locator("#f-key").inputValue().replace(" ", ""));
            type(page, code(secret));
            assertThat(page.locator(".codes li")).hasCount(10);
            looks(window, "recovery-codes", "de");
            page.locator("main a.btn-primary").click();
            page.waitForURL(url -> url.endsWith("/scoreboard"));
        }
        clock.advance(Duration.ofSeconds(30));
        try (Window window = browser.stranger()) {
            password(window, "en");
            type(window.page(), "000000");
            assertThat(window.page().locator("#d-code")).containsText("stimmt nicht");
            looks(window, "code", "de");
            type(window.page(), code(secret));
            window.page().waitForURL(url -> url.endsWith("/scoreboard"));
            window.open("/me/security", 1280, false);
            assertThat(window.page().locator("main")).containsText("dieses hier");
            looks(window, "security", "de");
        }
    }

    private static void password(Window window, String language) {
        window.open("/sign-in?lang=" + language, 1280, false);
        Page page = window.page();
        page.locator("[name=mail]").fill("svea@kern.test");
        page.locator("[name=password]").fill(Cast.PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page.locator("#f-code")).isVisible();
    }

    private static void type(Page page, String code) {
        page.locator("#f-code").fill(code);
        page.keyboard().press("Enter");
        page.waitForLoadState();
    }

    private String code(byte[] secret) {
        return TimeCode.at(secret, TimeCode.step(clock.instant()));
    }

    /** The open page in both widths and schemes. */
    private static void looks(Window window, String name, String language) {
        for (int width : new int[] {1280, 360}) {
            for (boolean dark : new boolean[] {false, true}) {
                window.turn(width, dark);
                String look = name + "-" + width + (dark ? "-dark-" : "-light-") + language;
                assertThat(window.overflow()).as(look).isZero();
                assertThat(window.barriers()).as(look).isEmpty();
                window.shot(Path.of("target/shots/signin-" + look + ".png"));
            }
        }
    }
}
