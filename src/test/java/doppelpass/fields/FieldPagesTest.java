package doppelpass.fields;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import doppelpass.contacts.Companies;
import doppelpass.contacts.CompanyDetails;
import doppelpass.identity.People;
import doppelpass.identity.Person;
import doppelpass.testing.Browser;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.Window;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An administrator makes a field, a colleague writes it where the record stands. */
@DoppelpassTest
class FieldPagesTest {
    private static final Path SHOTS = Path.of("target", "shots");

    private final Fields fields;
    private final Definitions definitions;
    private final Companies companies;
    private final People people;
    private final Browser browser;
    private final Cast cast;

    FieldPagesTest(
            Fields fields, Definitions definitions, Companies companies, People people, Browser browser, Cast cast) {
        this.fields = fields;
        this.definitions = definitions;
        this.companies = companies;
        this.people = people;
        this.browser = browser;
        this.cast = cast;
    }

    @Test
    void aFieldIsMadeWithAPreviewAndWrittenBesideItsRecordWithUndo() {
        long kern = companies.add(CompanyDetails.of("Kern GmbH"));
        speak("ada", "en");
        try (Window ada = browser.as("ada")) {
            Page page = ada.page();
            ada.open("/fields?kind=company", 1280, false);
            page.locator("a.btn-primary").click();
            page.locator("[name=labelDe]").fill("Steuerung");
            page.locator("[name=labelEn]").fill("Controller");
            page.locator("[name=type]").selectOption("choice");
            page.locator("[name=choices]").fill("Siemens\nEigenbau | Own make");
            assertThat(page.locator("[name=labelEn]")).hasValue("Controller");
            page.locator("[name=sectionDe]").fill("Technik");
            page.locator("[name=helpDe]").fill("Die an den meisten Maschinen");
            assertThat(page.locator("#f-preview option")).hasText(new String[] {"", "Siemens", "Own make"});
            shoot(ada, "form");
            page.locator(".formbar .btn-primary").click();
            assertThat(page.locator("tbody tr")).hasCount(1);
            others();
            for (String language : List.of("en", "de")) {
                speak("ada", language);
                assertThat(ada.open("/fields?kind=company", 1280, false)).isEqualTo(200);
                shoot(ada, "index-" + language);
            }
            assertThat(ada.barriers()).isEmpty();
        }
        speak("svea", "en");
        try (Window svea = browser.as("svea")) {
            Page page = svea.page();
            svea.open("/companies/" + kern, 1280, false);
            write(page, "x_controller", () -> page.locator("dd.writing select").selectOption("own_make"));
            assertThat(row(page, "x_controller")).containsText("Own make");
            write(page, "x_machines", () -> {
                page.locator("dd.writing [name=value]").fill("12,5");
                page.keyboard().press("Enter");
            });
            assertThat(row(page, "x_machines")).containsText("12.5");
            assertThat(fields.values("company", List.of(kern)).get(kern))
                    .containsEntry("x_controller", "own_make")
                    .containsEntry("x_machines", new BigDecimal("12.5"));
            page.locator("#toasts .undo").last().click();
            assertThat(row(page, "x_machines")).containsText("–");
            write(page, "x_machines", () -> page.keyboard().press("Escape"));
            assertThat(page.locator("dd.writing")).hasCount(0);
            write(page, "x_lines", () -> {
                page.getByLabel("Turning").check();
                shoot(svea, "record-writing");
                page.locator("dd.writing .btn").first().click();
            });
            assertThat(row(page, "x_lines")).containsText("Turning");
            fields.write("company", kern, Map.of("x_machines", "1250", "x_visited", "2026-05-31"));
            for (String language : List.of("en", "de")) {
                speak("svea", language);
                svea.open("/companies/" + kern, 1280, false);
                shoot(svea, "record-" + language);
            }
            assertThat(svea.barriers()).isEmpty();
            assertThat(svea.complaints()).isEmpty();
        }
    }

    private void others() {
        definitions.add(new FieldForm(
                "company",
                "number",
                "Maschinenpark",
                "Machines",
                "So viele stehen dort",
                "So many stand there",
                "Technik",
                "Technology",
                "",
                "",
                "",
                "",
                "",
                "yes"));
        definitions.add(new FieldForm(
                "company",
                "choices",
                "Linien",
                "Lines",
                "",
                "",
                "Technik",
                "Technology",
                "Drehen | Turning\nFräsen | Milling\nSchleifen | Grinding",
                "",
                "",
                "",
                "",
                ""));
        definitions.add(SomeFields.form("company", ValueType.DATE, "Zuletzt besucht", "Visited"));
        definitions.add(SomeFields.form("company", ValueType.LINK, "Lieferant", "Supplier"));
        definitions.add(SomeFields.formula("company", "Machines doubled", "company.x_machines * 2"));
    }

    private static com.microsoft.playwright.Locator row(Page page, String name) {
        return page.locator("dd[id$=" + name + "]");
    }

    private static void write(Page page, String name, Runnable input) {
        row(page, name).locator(".pen").click();
        page.locator("dd.writing").waitFor();
        input.run();
    }

    private void speak(String name, String language) {
        Person person = cast.person(name);
        people.prefer(person.id(), language, person.theme());
    }

    private static void shoot(Window window, String name) {
        for (int width : List.of(1280, 360))
            for (boolean dark : List.of(false, true)) {
                window.turn(width, dark);
                assertThat(window.overflow()).as("%s at %d", name, width).isZero();
                window.shot(SHOTS.resolve("fields-" + name + "-" + width + (dark ? "-dark.png" : ".png")));
            }
        window.turn(1280, false);
    }
}
