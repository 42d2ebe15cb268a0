package doppelpass.lists;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import doppelpass.leads.Leads;
import doppelpass.leads.NewLead;
import doppelpass.leads.SomeContacts;
import doppelpass.testing.Browser;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestClock;
import doppelpass.testing.Window;
import doppelpass.work.Queue;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A list as people work in it: columns, filter, views, cells, all by mouse and by keyboard. */
@DoppelpassTest
class ListPagesTest {
    private final Browser browser;
    private final Leads leads;
    private final SomeContacts contacts;
    private final Queue queue;
    private final Cast cast;
    private Window window;
    private Page page;

    ListPagesTest(Browser browser, Leads leads, SomeContacts contacts, Queue queue, Cast cast) {
        this.browser = browser;
        this.leads = leads;
        this.contacts = contacts;
        this.queue = queue;
        this.cast = cast;
    }

    @BeforeEach
    void open() {
        for (String source : List.of("Fair Munich", "Website")) {
            leads.create(
                    new NewLead(contacts.complete(), null, "gears", source, "event", null, null, TestClock.START),
                    cast.person("mara"));
        }
        window = browser.as("mara");
        page = window.page();
        window.open("/leads", 1280, false);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void columnsAreChosenOrderedAndKeptInAView() {
        page.getByText("Columns").first().click();
        Locator dialog = page.locator("#list-columns");
        dialog.getByLabel("Source", new Locator.GetByLabelOptions().setExact(true))
                .check();
        dialog.getByLabel("Move Source up").press("Enter");
        dialog.getByText("Show these").click();
        assertThat(page.locator("th[data-column=source]")).isVisible();
        assertThat(page.url()).contains("cols=").contains("source");
        page.getByText("Save as view").first().click();
        page.locator("#view-new-name").fill("With source");
        page.locator("#view-new").getByText("Everyone").check();
        page.locator("#view-new").getByText("Save").last().click();
        Locator tab = page.locator(".view-tabs a[aria-current]");
        assertThat(tab).containsText("With source");
        window.shot(Path.of("target/shots/list-view.png"));
        assertThat(window.barriers()).isEmpty();
        Window colleague = browser.as("stefan");
        colleague.open("/leads", 1280, false);
        colleague.page().getByText("With source").click();
        assertThat(colleague.page().locator("th[data-column=source]")).isVisible();
        colleague.close();
    }

    @Test
    void aColumnIsDraggedWiderAndTheAddressKeepsIt() {
        Locator head = page.locator("th[data-column=state]");
        double before = head.boundingBox().width;
        var handle = head.locator(".resize").boundingBox();
        double x = handle.x + handle.width / 2;
        double y = handle.y + handle.height / 2;
        page.mouse().move(x, y);
        page.mouse().down();
        page.mouse().move(x + 80, y);
        page.mouse().up();
        page.waitForURL(url -> url.matches(".*state(:|%3A)\\d+.*"));
        assertThat(head.boundingBox().width).isBetween(before + 70, before + 90);
    }

    @Test
    void aColumnIsMadeWiderByKeyboardAndStaysSo() {
        Locator handle = page.locator("th[data-column=state] .resize");
        handle.focus();
        for (int i = 0; i < 4; i++) handle.press("ArrowRight");
        int width = Integer.parseInt(handle.getAttribute("aria-valuenow"));
        handle.press("Enter");
        page.waitForURL(url -> url.contains("state%3A" + width) || url.contains("state:" + width));
        double shown = ((Number) page.locator("th[data-column=state]").evaluate("e => e.getBoundingClientRect().width"))
                .doubleValue();
        assertThat(shown).isBetween(width - 2.0, width + 2.0);
    }

    @Test
    void aCellIsWrittenInPlaceTakenBackAndLeftByEscape() {
        window.open("/leads?cols=name,source", 1280, false);
        Locator cell = page.locator("td.writes", new Page.LocatorOptions().setHasText("Fair Munich"))
                .first();
        String id = cell.getAttribute("id");
        Locator named = page.locator("#" + id);
        cell.dblclick();
        Locator input = named.locator("input[name=value]");
        assertThat(input).isFocused();
        input.press("Escape");
        assertThat(named).hasClass(java.util.regex.Pattern.compile("writes"));
        named.locator(".pen").press("Enter");
        input.fill("Fair Hanover");
        window.shot(Path.of("target/shots/list-cell.png"));
        input.press("Enter");
        assertThat(named).containsText("Fair Hanover");
        page.locator(".undo").click();
        assertThat(named).containsText("Fair Munich");
        assertThat(window.complaints()).isEmpty();
    }

    @Test
    void conditionsStandAboveTheListInWordsAndAreRemovedOneByOne() {
        window.open("/leads?where=lead.source+%3D%3D+%22Website%22+%26%26+lead.intent+%3C+50", 1280, false);
        assertThat(page.locator(".chip")).hasCount(2);
        assertThat(page.locator("tbody tr").first()).isVisible();
        window.shot(Path.of("target/shots/list-filter.png"));
        page.locator(".chip a").first().click();
        assertThat(page.locator(".chip")).hasCount(1);
        assertThat(page.url()).doesNotContain("Website");
    }

    @Test
    void conditionsAreClickedTogetherInADialog() {
        window.open("/leads?source=Website", 1280, false);
        page.locator("body").press("f");
        Locator dialog = page.locator("#dialog");
        assertThat(dialog).isVisible();
        window.shot(Path.of("target/shots/list-filter-dialog.png"));
        assertThat(window.barriers()).isEmpty();
        dialog.locator("select").first().selectOption("source");
        page.waitForFunction("() => !document.querySelector('[data-builder][data-waiting], .htmx-request')");
        dialog.locator("#b-where-tree input[type=text], #b-where-tree input:not([type])")
                .last()
                .fill("Website");
        window.shot(Path.of("target/shots/list-filter-dialog.png"));
        dialog.locator("button.btn-primary").click();
        assertThat(page.locator(".chip")).containsText("source is “Website”");
        assertThat(page.locator("tbody")).not().containsText("Fair Munich");
    }

    @Test
    void pickedRecordsAreTaggedTogetherAndTheReportSaysWhatHappened() {
        window.open("/leads?cols=name,state,source,tags", 1280, false);
        page.locator("[data-pick-all]").check();
        Locator bar = page.locator("#bulk-form");
        assertThat(bar).isVisible();
        bar.locator("[name=column]").selectOption("tags");
        bar.locator("[name=value]").fill("Fair 2026");
        window.shot(Path.of("target/shots/list-bulk-bar.png"));
        assertThat(window.barriers()).isEmpty();
        bar.locator("button.btn-primary").click();
        page.locator("#bulk form button.btn-primary").click();
        assertThat(page.locator("#bulk [role=status]")).containsText("Waiting");
        queue.runUntilIdle();
        assertThat(page.locator("#bulk [role=status]")).containsText("Done");
        window.shot(Path.of("target/shots/list-bulk-done.png"));
        assertThat(window.barriers()).isEmpty();
        window.open("/leads?cols=name,state,source,tags", 360, true);
        assertThat(page.locator("tbody .marks .tag").first()).containsText("Fair 2026");
        assertThat(window.overflow()).isZero();
        window.shot(Path.of("target/shots/list-tags-360.png"));
    }
}
