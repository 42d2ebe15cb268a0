package doppelpass.records;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import doppelpass.contacts.Contacts;
import doppelpass.leads.SomeContacts;
import doppelpass.testing.Browser;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestClock;
import doppelpass.testing.Window;
import doppelpass.timeline.About;
import doppelpass.timeline.Activities;
import doppelpass.timeline.NewActivity;
import doppelpass.timeline.Subject;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page of a record as one works on it: facts written in place, tags, a history without end. */
@DoppelpassTest
class RecordPageTest {
    private final Browser browser;
    private final SomeContacts some;
    private final Contacts contacts;
    private final Activities activities;
    private final Cast cast;
    private Window window;
    private Page page;
    private long contact;

    RecordPageTest(Browser browser, SomeContacts some, Contacts contacts, Activities activities, Cast cast) {
        this.browser = browser;
        this.some = some;
        this.contacts = contacts;
        this.activities = activities;
        this.cast = cast;
    }

    @BeforeEach
    void open() {
        contact = some.complete();
        for (int i = 0; i < 45; i++)
            activities.log(NewActivity.call(
                    About.of(Subject.contact(contact)),
                    cast.person("svea").id(),
                    NewActivity.Outcome.NOT_REACHED,
                    TestClock.START.minus(Duration.ofHours(i))));
        window = browser.as("mara");
        page = window.page();
        window.open("/contacts/" + contact, 1280, false);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void aFactIsWrittenInPlaceAndTakenBack() {
        write("job_title", "Works manager");
        assertThat(fact("job_title")).containsText("Works manager");
        assertThat(page.locator("#toasts .undo")).isVisible();
        assertThat(contacts.find(contact).orElseThrow().details().jobTitle()).isEqualTo("Works manager");
        page.locator("#toasts .undo").click();
        assertThat(fact("job_title")).containsText("Head of purchasing");
        write("mobile", "0170 1234567");
        assertThat(fact("mobile").locator("a")).hasAttribute("href", "tel:+491701234567");
        assertThat(window.complaints()).isEmpty();
    }

    @Test
    void whatIsRefusedComesBackIntoItsInput() {
        write("mail", "no mail address");
        assertThat(page.locator("#toasts")).containsText("mail address");
        assertThat(fact("mail").locator("input[name=value]")).isVisible();
        assertThat(fact("mail").locator("input[name=value]")).hasValue("no mail address");
        page.keyboard().press("Escape");
        assertThat(fact("mail")).containsText("@kunde.test");
        assertThat(contacts.find(contact).orElseThrow().details().mail()).endsWith("@kunde.test");
    }

    @Test
    void theHistoryGoesOnWhileOneScrolls() {
        Locator entries = page.locator("#history .entries .entry");
        assertThat(entries).hasCount(20);
        page.locator("#history .more").scrollIntoViewIfNeeded();
        assertThat(entries).hasCount(40);
        page.locator("#history .more").scrollIntoViewIfNeeded();
        assertThat(entries).hasCount(45);
        assertThat(page.locator("#history .more")).hasCount(0);
        page.locator("#history .kinds a", new Page.LocatorOptions().setHasText("Meetings"))
                .click();
        assertThat(entries).hasCount(0);
    }

    @Test
    void tagsAreWrittenInTheHead() {
        page.locator(".tag-line summary").click();
        page.locator(".tag-line input[name=names]").fill("VIP, Nord");
        window.shot(Path.of("target/shots/record-tags.png"));
        page.keyboard().press("Enter");
        assertThat(page.locator(".tag-line .tag")).hasText(new String[] {"Nord", "VIP"});
        assertThat(window.barriers()).isEmpty();
        window.shot(Path.of("target/shots/record-1280.png"));
        window.turn(360, true);
        assertThat(window.overflow()).isZero();
        window.shot(Path.of("target/shots/record-360.png"));
    }

    private Locator fact(String column) {
        return page.locator("#c-" + contact + "-" + column);
    }

    private void write(String column, String value) {
        fact(column).hover();
        fact(column).locator(".pen").click();
        fact(column).locator("input[name=value]").fill(value);
        page.keyboard().press("Enter");
    }
}
