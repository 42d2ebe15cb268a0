package doppelpass.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.contacts.Companies;
import doppelpass.contacts.CompanyDetails;
import doppelpass.contacts.ContactDetails;
import doppelpass.contacts.Contacts;
import doppelpass.testing.Browser;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.Window;
import java.nio.file.Path;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** Duplicates looked at, merged and taken apart in a real browser, by keyboard and on a phone. */
@DoppelpassTest
class DuplicateLooksTest {
    private static final Path SHOTS = Path.of("target", "shots");

    private final Browser browser;
    private final Duplicates duplicates;
    private final Contacts contacts;
    private final Companies companies;
    private final Cast cast;
    private final DSLContext db;

    DuplicateLooksTest(
            Browser browser, Duplicates duplicates, Contacts contacts, Companies companies, Cast cast, DSLContext db) {
        this.browser = browser;
        this.duplicates = duplicates;
        this.contacts = contacts;
        this.companies = companies;
        this.cast = cast;
        this.db = db;
    }

    @Test
    void aGroupIsComparedMergedByKeyboardAndTakenApart() {
        long kern = companies.add(CompanyDetails.of("Kern Antriebstechnik GmbH"));
        long one = contacts.add(person(
                "Annegret",
                "Maierhofer",
                "annegret.maierhofer@kern-antriebe.example",
                "Purchasing",
                "Met at the fair in May.",
                kern));
        long two = contacts.add(
                person("Annegret", "Meierhofer", null, "Head of purchasing", "Prefers calls before nine.", kern));
        long three =
                contacts.add(person("A.", "Maierhofer", "annegret.maierhofer@kern-antriebe.example", null, null, null));
        companies.add(new CompanyDetails(
                "Weber Logistik",
                "weber.example",
                null,
                "+49851777",
                null,
                40,
                "Hafenstr. 3",
                "94032",
                "Passau",
                "DE",
                null,
                "B",
                null,
                null,
                null));
        companies.add(new CompanyDetails(
                "WEBER LOGISTIK AG",
                "weber.example",
                null,
                null,
                null,
                null,
                "Hafenstraße 3",
                "94032",
                "Passau",
                "DE",
                "DE811111111",
                "unknown",
                null,
                null,
                null));
        duplicates.find();
        String codes = "contact-" + one + ",contact-" + two + ",contact-" + three;
        try (Window mara = browser.as("mara")) {
            looks(mara, "/duplicates", "en");
            looks(mara, "/duplicates/" + codes, "en");
            mara.open("/duplicates", 1280, false);
            assertThat(mara.page().locator("main table").first().textContent())
                    .contains("same mail address", "Weber Logistik");
            mara.open("/duplicates/" + codes, 1280, false);
            mara.page().locator("input[name='part-last_name']").nth(1).check();
            mara.page().keyboard().press("m");
            mara.page().waitForURL("**/duplicates?merged=*");
            assertThat(mara.page().locator(".alert.good").textContent())
                    .contains("3 records are one now", "Annegret Meierhofer");
            looks(mara, mara.page().url().replaceFirst("https?://[^/]+", ""), "en");
            assertThat(contacts.find(one).orElseThrow().details().note()).contains("Met at the fair", "before nine");
            mara.page().locator(".alert.good button").click();
            mara.page().waitForURL("**/contacts/" + one);
            assertThat(contacts.find(two).orElseThrow().details().lastName()).isEqualTo("Meierhofer");
            assertThat(contacts.find(one).orElseThrow().details().lastName()).isEqualTo("Maierhofer");
            looks(mara, "/contacts/" + one, "en");
            mara.open("/duplicates", 1280, false);
            mara.page().keyboard().press("n");
            mara.page().waitForURL("**/duplicates/c*");
            mara.page().keyboard().press("d");
            mara.page().waitForURL("**/duplicates?distinct=*");
            assertThat(duplicates.groups("", cast.person("mara"))).hasSize(1);
        }
        db.execute("update identity.person set language = 'de' where mail = 'mara@kern.test'");
        try (Window mara = browser.as("mara")) {
            looks(mara, "/duplicates", "de");
            looks(mara, "/duplicates/" + codes, "de");
        }
    }

    private static void looks(Window window, String path, String language) {
        for (boolean dark : new boolean[] {false, true}) {
            for (int width : new int[] {1280, 360}) {
                assertThat(window.open(path, width, dark)).isEqualTo(200);
                String name = path.replaceAll("\\W+", "-").replaceAll("\\d+", "");
                window.shot(
                        SHOTS.resolve("duplicates" + name + width + (dark ? "-dark-" : "-light-") + language + ".png"));
                assertThat(window.overflow()).as(path + " at " + width).isZero();
                assertThat(window.complaints()).isEmpty();
                if (width == 1280) assertThat(window.barriers()).as(path).isEmpty();
            }
        }
    }

    private static ContactDetails person(
            String first,
            String last,
            @org.jspecify.annotations.Nullable String mail,
            @org.jspecify.annotations.Nullable String job,
            @org.jspecify.annotations.Nullable String note,
            @org.jspecify.annotations.Nullable Long company) {
        return new ContactDetails(
                company,
                null,
                first,
                last,
                mail,
                "+4985112345",
                null,
                job,
                "DE",
                "Fair",
                "consent",
                note == null ? "no" : "yes",
                "unknown",
                null,
                note);
    }
}
