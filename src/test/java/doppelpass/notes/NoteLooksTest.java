package doppelpass.notes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import doppelpass.identity.People;
import doppelpass.leads.SomeContacts;
import doppelpass.testing.Browser;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.Window;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A note written by keyboard with a mention chosen from the list, files dropped on the page, and who hears of it. */
@DoppelpassTest
class NoteLooksTest {
    private final Browser browser;
    private final SomeContacts contacts;
    private final People people;
    private final Cast cast;

    NoteLooksTest(Browser browser, SomeContacts contacts, People people, Cast cast) {
        this.browser = browser;
        this.contacts = contacts;
        this.people = people;
        this.cast = cast;
    }

    @Test
    void aNoteIsWrittenByKeyboardFilesAreDroppedAndTheMentionedColleagueHearsOfIt() {
        String url = "/contacts/" + contacts.complete();
        try (Window window = browser.as("mara")) {
            window.open(url, 1280, false);
            write(window.page());
            drop(window.page());
            mark(window.page());
            assertThat(window.complaints())
                    .as("the refusal of the empty file alone")
                    .singleElement()
                    .asString()
                    .contains("422");
            assertThat(window.barriers()).isEmpty();
            window.shot(Path.of("target/shots/note-1280-en.png"));
            undo(window.page());
            looks(window, url, "mara", "note");
        }
        try (Window window = browser.as("svea")) {
            window.open("/scoreboard", 1280, false);
            assertThat(window.page().locator("#menu a[href='/news'] b")).hasText("1");
            window.page().locator("#menu a[href='/news']").click();
            window.page().locator(".entry.unread a").click();
            assertThat(window.page().locator(".note-card:target .mention")).hasText("@Svea Sales");
            window.open("/news", 1280, false);
            assertThat(window.page().locator(".entry.unread")).hasCount(0);
            looks(window, "/news", "svea", "news");
        }
    }

    private static void write(Page page) {
        page.keyboard().press("b");
        Locator text = page.locator("#note-text");
        assertThat(text).isFocused();
        page.keyboard().type("Call ");
        page.keyboard().press("Control+b");
        page.keyboard().type("today");
        page.keyboard().press("End");
        page.keyboard().type(", ask @sv");
        assertThat(page.getByRole(AriaRole.OPTION)).hasCount(1);
        page.keyboard().press("Enter");
        page.keyboard().type("and @");
        assertThat(page.getByRole(AriaRole.OPTION).first()).hasAttribute("aria-selected", "true");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Escape");
        page.keyboard().press("Backspace");
        page.keyboard().type("link ");
        page.keyboard().press("Control+k");
        page.keyboard().type("site");
        page.locator(".note-tools button", new Page.LocatorOptions().setHasText("Preview"))
                .click();
        assertThat(page.locator(".note-preview strong")).hasText("today");
        assertThat(text).hasValue("Call **today**, ask @Svea Sales and link [site](https://)");
        text.press("Control+Enter");
        assertThat(page.locator(".note-card .mention")).hasText("@Svea Sales");
    }

    /** Two files at once: one that stays, one that is empty and refused. */
    private static void drop(Page page) {
        JSHandle carried = page.evaluateHandle("""
                () => {
                  const carried = new DataTransfer();
                  carried.items.add(new File(['words of the offer'], 'Angebot für Kern.txt'));
                  carried.items.add(new File([], 'leer.txt'));
                  return carried;
                }""");
        Locator panel = page.locator("#files");
        panel.dispatchEvent("dragover", java.util.Map.of("dataTransfer", carried));
        assertThat(panel).hasClass(java.util.regex.Pattern.compile("over"));
        panel.dispatchEvent("drop", java.util.Map.of("dataTransfer", carried));
        assertThat(page.locator("#files .file-name"))
                .hasText(List.of("Angebot für Kern.txt").toArray(String[]::new));
        assertThat(page.locator("#toasts")).containsText("leer.txt is empty");
        page.locator("#toasts [data-dismiss]").first().click();
    }

    private static void mark(Page page) {
        for (String name : List.of("Favourite", "Follow")) {
            Locator button = page.getByRole(
                    AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
            button.focus();
            page.keyboard().press("Enter");
            assertThat(button).hasAttribute("aria-pressed", "true");
        }
    }

    private static void undo(Page page) {
        page.locator("#files button[aria-label^=Delete]").click();
        assertThat(page.locator("#files .related .file-name")).hasCount(0);
        page.locator("#toasts .undo").click();
        assertThat(page.locator("#files .related .file-name")).hasCount(1);
        page.locator(".note-card button[aria-label^=Delete]").click();
        assertThat(page.locator(".note-card")).hasCount(0);
        page.locator("#toasts .undo").click();
        assertThat(page.locator(".note-card")).hasCount(1);
    }

    private void looks(Window window, String path, String reader, String name) {
        long person = cast.person(reader).id();
        people.prefer(person, "de", "auto");
        try {
            window.open(path, 360, true);
            assertThat(window.overflow()).isZero();
            assertThat(window.barriers()).isEmpty();
            window.shot(Path.of("target/shots/" + name + "-360-dark-de.png"));
            window.turn(1280, false);
            window.shot(Path.of("target/shots/" + name + "-1280-de.png"));
        } finally {
            people.prefer(person, "en", "auto");
        }
    }
}
