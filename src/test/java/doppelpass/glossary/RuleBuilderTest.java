package doppelpass.glossary;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import doppelpass.testing.Browser;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.Window;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** A rule is clicked together in the form of a term, and the form follows a rule that is typed. */
@DoppelpassTest
class RuleBuilderTest {
    private static final String BUILT = "lead.fit in [\"A\", \"B\"] && lead.touchpoints.exists(t, "
            + "t.kind == \"demo_request\" && t.occurred_at > now - days(90))";
    private final Browser browser;
    private final TestBrowsers browsers;

    RuleBuilderTest(Browser browser, TestBrowsers browsers) {
        this.browser = browser;
        this.browsers = browsers;
    }

    @Test
    void aRuleIsClickedTogetherAndReadAsTextAndSentence() {
        try (Window window = browser.as("mara")) {
            Page page = opened(window);
            build(page);
            assertThat(page.locator("[name=rule]")).hasValue(BUILT);
            assertThat(page.locator("#b-rule-text")).hasValue(BUILT);
            assertThat(page.locator(".b-out"))
                    .containsText(Pattern.compile(
                            "is A or B.*an entry in touchpoints satisfies: .*demo_request", Pattern.DOTALL));
            calm(window, "english");
        }
    }

    @Test
    void whoOwnsIsOfferedByName() {
        try (Window window = browser.as("mara")) {
            Page page = opened(window);
            press(page, "b.rule.add");
            choose(page, ".0.field", "owner");
            String list = input(page, ".0.value").getAttribute("list");
            org.assertj.core.api.Assertions.assertThat(list).isEqualTo("b.rule.0.value.known");
            assertThat(page.locator("[id='" + list + "'] option[value='Svea Sales']"))
                    .hasCount(1);
            input(page, ".0.value").fill("Svea Sales");
            assertThat(page.locator("[name=rule]")).hasValue("lead.owner == \"Svea Sales\"");
            choose(page, ".0.field", "source");
            assertThat(page.locator("#b-rule datalist, [id='" + list + "']")).hasCount(0);
        }
    }

    @Test
    void theFormFollowsTheTextAsLongAsItCanSayTheSame() {
        try (Window window = browser.as("mara")) {
            Page page = opened(window);
            page.locator(".b-text summary").click();
            page.locator("#b-rule-text").fill("lead.fit == \"C\" || lead.intent >= 40 && lead.intent <= 60");
            assertThat(input(page, ".how")).hasValue("any");
            assertThat(input(page, ".0.value")).hasValue("C");
            assertThat(input(page, ".1.operator")).hasValue("BETWEEN");
            assertThat(page.locator("[name=rule]")).hasValue(Pattern.compile(".*<= 60"));

            page.locator("#b-rule-text").fill("lead.intent + 1 > 60");
            assertThat(page.locator(".b-note")).containsText("written as text");
            assertThat(page.locator("[name=rule]")).hasValue("lead.intent + 1 > 60");

            page.locator("#b-rule-text").fill("lead.intend > 60");
            assertThat(page.locator(".b-out .error")).containsText("Perhaps: intent");
            assertThat(page.locator("#b-rule-text")).isFocused();

            page.locator(".b-note button").click();
            assertThat(page.locator("[name=rule]")).hasValue("");
            assertThat(page.locator("[id='b.rule.add']")).isFocused();
        }
    }

    @Test
    void partsAreAddedAndRemovedByKeyboardAndTheCursorGoesAlong() {
        try (Window window = browser.as("mara")) {
            Page page = opened(window);
            press(page, "b.rule.addGroup");
            assertThat(input(page, ".0.0.field")).isFocused();
            choose(page, ".0.0.field", "fit");
            assertThat(input(page, ".0.0.field")).isFocused();
            choose(page, ".0.0.value", "A");
            press(page, "b.rule.0.add");
            assertThat(page.locator(".b-out")).containsText("not complete");
            choose(page, ".0.1.field", "hand_raise");
            choose(page, ".0.1.operator", "FILLED");
            assertThat(page.locator("[name=rule]")).hasValue("lead.fit == \"A\" || lead.hand_raise != \"\"");
            press(page, "b.rule.0.0.remove");
            assertThat(page.locator("[name=rule]")).hasValue("lead.hand_raise != \"\"");
            assertThat(page.locator("[id='b.rule.0.add']")).isFocused();
        }
    }

    @Test
    void whatWasJustTypedIsSavedToo() {
        try (Window window = browser.as("mara")) {
            Page page = opened(window);
            press(page, "b.rule.add");
            choose(page, ".0.field", "intent");
            choose(page, ".0.operator", "GE");
            for (String[] text : new String[][] {
                {"key", "keen"}, {"nameEn", "Keen"}, {"nameDe", "Eifrig"}, {"textEn", "Keen"}, {"textDe", "Eifrig"}
            }) page.locator("[name=" + text[0] + "]").fill(text[1]);
            input(page, ".0.value").fill("7");
            page.waitForTimeout(310);
            input(page, ".0.value").pressSequentially("7");
            page.locator(".formbar .btn-primary").click();
            page.waitForURL("**/glossary/keen");
            Assertions.assertThat(browsers.as("mara")
                            .get("/glossary/keen/versions/new")
                            .body())
                    .contains("lead.intent &gt;= 77");
        }
    }

    @Test
    void nobodyBuildsRulesAboutUnknownThings() {
        var svea = browsers.as("svea");
        Assertions.assertThat(
                        svea.fragment("/rules/builder?name=where&subject=moon").statusCode())
                .isEqualTo(422);
        Assertions.assertThat(
                        svea.fragment("/rules/builder?name=a.b&subject=lead").statusCode())
                .isEqualTo(422);
        Assertions.assertThat(
                        svea.fragment("/rules/builder?name=where&subject=lead").body())
                .contains("name=\"where\"", "No condition yet.");
    }

    @Test
    void theFormIsGermanForGermans() {
        browsers.as("mara").send("PUT", "/me", Map.of("language", "de", "theme", "auto"));
        try (Window window = browser.as("mara")) {
            Page page = opened(window);
            build(page);
            assertThat(page.locator(".b-group").first()).containsText("Verknüpfte Einträge");
            calm(window, "german");
        } finally {
            browsers.as("mara").send("PUT", "/me", Map.of("language", "en", "theme", "auto"));
        }
    }

    private static Page opened(Window window) {
        window.open("/glossary/new", 1280, false);
        window.page().selectOption("#f-subject", "lead");
        still(window.page());
        assertThat(window.page().locator("#b-rule")).isVisible();
        return window.page();
    }

    private static void build(Page page) {
        page.locator("[id='b.rule.add']").click();
        still(page);
        choose(page, ".0.field", "fit");
        choose(page, ".0.operator", "ONE_OF");
        page.locator("[id='b.rule.0.value.A']").check();
        page.locator("[id='b.rule.0.value.B']").check();
        page.locator("[id='b.rule.addList']").click();
        still(page);
        choose(page, ".1.0.field", "kind");
        input(page, ".1.0.value").fill("demo_request");
        press(page, "b.rule.1.add");
        choose(page, ".1.1.field", "occurred_at");
        choose(page, ".1.1.operator", "LAST_DAYS");
        input(page, ".1.1.value").fill("90");
        assertThat(page.locator("[name=rule]")).hasValue(Pattern.compile(".*days\\(90\\).*"));
    }

    private static com.microsoft.playwright.Locator input(Page page, String address) {
        return page.locator("[name='b.rule" + address + "']");
    }

    private static void choose(Page page, String address, String value) {
        input(page, address).focus();
        input(page, address).selectOption(value);
        still(page);
    }

    /** No answer is on its way or being put into the page. */
    private static void still(Page page) {
        page.waitForFunction(
                "() => !document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling, .htmx-added')");
    }

    private static void press(Page page, String id) {
        page.locator("[id='" + id + "']").press("Enter");
        still(page);
    }

    /** Nothing in the way at both widths and in both schemes. */
    private static void calm(Window window, String name) {
        for (int width : new int[] {1280, 360})
            for (boolean dark : new boolean[] {false, true}) {
                window.turn(width, dark);
                String shot = "target/shots/builder-" + name + "-" + width + (dark ? "-dark" : "") + ".png";
                window.shot(Path.of(shot));
                Assertions.assertThat(window.overflow()).as(shot).isZero();
                Assertions.assertThat(window.barriers()).as(shot).isEmpty();
            }
        Assertions.assertThat(window.complaints()).isEmpty();
    }
}
