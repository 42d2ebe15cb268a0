package doppelpass.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import doppelpass.testing.Window;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;

/**
 * Somebody at a browser who knows the pages only by their words: opens, fills in, chooses, presses, and reads. Each verb
 * returns the player, so that a scene reads as a sentence.
 */
public final class Player implements AutoCloseable {
    private final Window window;
    private final Page page;
    private boolean refused;

    Player(Window window) {
        this.window = window;
        this.page = window.page();
        page.setViewportSize(1280, 900);
        page.setDefaultTimeout(30_000);
    }

    public Player open(String address) {
        page.navigate(address);
        return this;
    }

    public Player fill(String label, String value) {
        return doing(() -> field(label).fill(value));
    }

    public Player choose(String label, String option) {
        return doing(() -> field(label).selectOption(new SelectOption().setLabel(option)));
    }

    public Player tick(String label) {
        return doing(() -> field(label).check());
    }

    public Player press(String button) {
        return doing(() -> named(AriaRole.BUTTON, button).click());
    }

    public Player follow(String link) {
        return doing(() -> named(AriaRole.LINK, link).click());
    }

    /** A key that the page itself listens to. */
    public Player strike(String key) {
        return doing(() -> page.locator("body").press(key));
    }

    public Player sees(String... words) {
        for (String word : words) assertThat(page.locator("main")).containsText(word);
        // a text without words
        assertThat(page.locator("main")).not().containsText("⟦");
        return this;
    }

    public Player doesNotSee(String... words) {
        for (String word : words) assertThat(page.locator("main")).not().containsText(word);
        return this;
    }

    public Player findsNoButton(String button) {
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)))
                .hasCount(0);
        return this;
    }

    /** Something was tried in vain on purpose: browsers note refusals on their console. */
    public Player wasRefused() {
        refused = true;
        return this;
    }

    /** The row, list item or panel that says this. */
    public Locator place(String css, String words) {
        return page.locator(css, new Page.LocatorOptions().setHasText(words)).first();
    }

    /** What a field holds. */
    public String value(String label) {
        return field(label).inputValue();
    }

    /** The number at the end of the address: the record that is open. */
    public long record() {
        Matcher number = Pattern.compile("/(\\d+)(\\?.*)?$").matcher(page.url());
        Assertions.assertThat(number.find()).as("a record in " + page.url()).isTrue();
        return Long.parseLong(number.group(1));
    }

    public Page page() {
        return page;
    }

    /** Nobody's browser may have complained, about the content security policy least of all. */
    @Override
    public void close() {
        try (window) {
            Assertions.assertThat(window.complaints())
                    .filteredOn(complaint -> !refused || !complaint.contains("422"))
                    .isEmpty();
        }
    }

    /** Whoever cannot go on says where they stand and what they read there. */
    private Player doing(Runnable step) {
        try {
            step.run();
            return this;
        } catch (PlaywrightException e) {
            String read = page.locator("body").innerText().replaceAll("\\s*\n\\s*", "\n");
            throw new AssertionError("On " + page.url() + ": " + e.getMessage() + "\n" + read, e);
        }
    }

    /** A label may carry the star of a needed field. */
    private Locator field(String label) {
        Pattern words = Pattern.compile("^\\s*" + quoted(label) + "(\\s*\\*)?\\s*$");
        return scope().getByLabel(words).locator("visible=true").first();
    }

    /** A button may carry the key that presses it; an open dialog has the word. */
    private Locator named(AriaRole role, String name) {
        Pattern words = Pattern.compile("^\\s*" + quoted(name) + "(\\s+\\w|[A-Z])?\\s*$");
        return scope().getByRole(role, new Locator.GetByRoleOptions().setName(words))
                .first();
    }

    /** The browser reads the pattern: it does not know Java's own way to quote. */
    private static String quoted(String words) {
        return words.replaceAll("[^\\p{L}\\p{N} ]", "\\\\$0");
    }

    private Locator scope() {
        Locator dialog = page.locator("dialog[open]");
        return dialog.count() > 0 ? dialog.first() : page.locator("body");
    }
}
