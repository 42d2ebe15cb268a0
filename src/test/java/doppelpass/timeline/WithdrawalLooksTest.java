package doppelpass.timeline;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import doppelpass.identity.People;
import doppelpass.testing.Browser;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestClock;
import doppelpass.testing.Window;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

@DoppelpassTest
class WithdrawalLooksTest {
    private final Browser browser;
    private final Activities activities;
    private final People people;
    private final Cast cast;
    private final DSLContext db;

    WithdrawalLooksTest(Browser browser, Activities activities, People people, Cast cast, DSLContext db) {
        this.browser = browser;
        this.activities = activities;
        this.people = people;
        this.cast = cast;
        this.db = db;
    }

    @Test
    void anEntryIsTakenBackByKeyboardAndOneUndoBringsItBack() {
        long svea = cast.person("svea").id();
        people.prefer(svea, "en", "auto");
        long company = Objects.requireNonNull(
                db.fetchSingle("insert into contacts.company (name, created_at) values ('Kern', now()) returning id")
                        .get(0, Long.class));
        for (int hours = 1; hours < 4; hours++) {
            activities.log(NewActivity.call(
                    About.of(Subject.company(company)),
                    svea,
                    NewActivity.Outcome.REACHED,
                    TestClock.START.minus(Duration.ofHours(hours))));
        }
        try (Window window = browser.as("svea")) {
            window.open("/companies/" + company, 1280, false);
            Page page = window.page();
            page.locator("#history .entry form[action$=withdrawal] button")
                    .first()
                    .focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("#history .taken-back")).hasCount(1);
            assertThat(page.locator("#toasts")).containsText("Taken back");
            page.locator("#toasts .undo").focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("#history .taken-back")).hasCount(0);
            assertThat(page.locator("#history .entry")).hasCount(3);
            assertThat(page.locator("#toasts .undo")).hasCount(0);
            assertThat(page.locator("#toasts")).containsText("counts again");
            assertThat(window.complaints()).isEmpty();
            assertThat(window.barriers()).isEmpty();

            people.prefer(svea, "de", "auto");
            window.open("/companies/" + company, 360, true);
            page.locator("#history .entry form[action$=withdrawal] button")
                    .last()
                    .click();
            assertThat(page.locator("#toasts")).containsText("Zurückgenommen");
            assertThat(window.overflow()).isZero();
            window.shot(Path.of("target/shots/taken-back-360-dark.png"));
            assertThat(window.barriers()).isEmpty();
        } finally {
            people.prefer(svea, "en", "auto");
        }
    }
}
