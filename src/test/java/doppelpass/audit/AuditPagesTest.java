package doppelpass.audit;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.contacts.Companies;
import doppelpass.contacts.CompanyDetails;
import doppelpass.contacts.ContactDetails;
import doppelpass.contacts.Contacts;
import doppelpass.identity.People;
import doppelpass.testing.Browser;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.WebClient;
import doppelpass.testing.Window;
import doppelpass.timeline.Subject;
import doppelpass.work.Queue;
import java.nio.file.Path;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DoppelpassTest
class AuditPagesTest {
    private final Audit audit;
    private final Chains chains;
    private final Contacts contacts;
    private final Companies companies;
    private final People people;
    private final Queue queue;
    private final Noted noted;
    private final DSLContext db;
    private final TestBrowsers browsers;
    private final Browser windows;
    private final Cast cast;

    AuditPagesTest(
            Audit audit,
            Chains chains,
            Contacts contacts,
            Companies companies,
            People people,
            Queue queue,
            Noted noted,
            DSLContext db,
            TestBrowsers browsers,
            Browser windows,
            Cast cast) {
        this.audit = audit;
        this.chains = chains;
        this.contacts = contacts;
        this.companies = companies;
        this.people = people;
        this.queue = queue;
        this.noted = noted;
        this.db = db;
        this.browsers = browsers;
        this.windows = windows;
        this.cast = cast;
    }

    @BeforeEach
    void stage() {
        cast.enter();
    }

    @Test
    void administratorsFindAChangeByWhoWhatWhenAndByAWordInIt() {
        long anna = changed();
        WebClient ada = browsers.as("ada");
        long mara = cast.person("mara").id();
        assertThat(ada.get("/audit?person=" + mara).body())
                .contains(
                        "Mara Marketing",
                        "Anna Ärmel",
                        "Job title",
                        "<del>–</del>",
                        "<ins>Einkauf</ins>",
                        "/contacts/" + anna)
                .contains("<ins>Kern GmbH</ins>", "<ins>Svea Sales</ins>")
                .doesNotContain("Regensburg");
        assertThat(ada.get("/audit?q=EINKAUF").body()).contains("Einkauf").doesNotContain("Kern GmbH");
        assertThat(ada.get("/audit?q=job_title").body())
                .as("values are searched")
                .contains("No change fits");
        assertThat(ada.get("/audit?kind=company").body()).contains("Regensburg").doesNotContain("Einkauf");
        assertThat(ada.get("/audit?kind=contact&record=" + anna).body()).contains("Einkauf", "Anna Ärmel");
        assertThat(ada.get("/audit?kind=contact&record=4711").body()).contains("No change fits");
        assertThat(ada.get("/audit?origin=import").body()).contains("No change fits");
        assertThat(ada.get("/audit?to=2001-01-01").body()).contains("No change fits");
        assertThat(ada.get("/audit?from=2001-01-01&at=nonsense&person=x&sort=y").statusCode())
                .isEqualTo(200);
        for (String other : new String[] {"mara", "lena", "boris"}) {
            assertThat(browsers.as(other).get("/audit").statusCode()).as(other).isEqualTo(403);
        }
    }

    @Test
    void aRecordShowsWhoChangedItPageByPage() {
        long anna = changed();
        for (int i = 1; i <= 12; i++) {
            db.execute("update contacts.contact set note = 'Notiz " + i + "' where id = " + anna);
        }
        WebClient svea = browsers.as("svea");
        String page = svea.get("/contacts/" + anna).body();
        assertThat(page).contains("Who changed what", "Notiz 12", "Notiz 7").doesNotContain(">Notiz 6<");
        String older = page.replaceFirst("(?s).*href=\"(/audit/of/contact/" + anna + "\\?at=[^\"]+)\".*", "$1");
        assertThat(svea.fragment(older).body()).contains("<ins>Notiz 7</ins>", "Notiz 3", "Newer");
        assertThat(svea.get("/audit/of/person/1").statusCode()).isEqualTo(404);
        assertThat(svea.get("/audit/of/contact/1?at=nonsense").statusCode()).isEqualTo(422);
        assertThat(browsers.as("boris").get("/audit/of/contact/" + anna).statusCode())
                .isEqualTo(403);
    }

    @Test
    void theStateOfTheChainIsShownAndCheckedOnDemandAndThePagesLookCalm() {
        long anna = changed();
        try (Window ada = windows.as("ada")) {
            ada.open("/audit", 1280, false);
            assertThat(ada.page().locator("main").textContent()).contains("Nothing is sealed yet");
            audit.erase(Subject.company(
                    db.fetchSingle("select max(id) from contacts.company").get(0, Long.class)));
            chains.seal();
            ada.open("/audit", 1280, false);
            ada.page().getByText("Check now").click();
            assertThat(ada.page().locator("main").textContent()).contains("A check is running");
            queue.runUntilIdle();
            look(ada, "/audit", "en");
            assertThat(ada.page().locator(".tag.good").first().textContent()).contains("holds");
            ada.open("/contacts/" + anna, 1280, false);
            ada.page().locator("#changes summary").first().click();
            ada.shot(Path.of("target/shots/audit-en-contact-open.png"));
            look(ada, "/contacts/" + anna, "en-contact");
            people.prefer(cast.person("ada").id(), "de", "auto");
            noted.tamper("update audit.entry set actor_id = 99 where id = 3");
            chains.verify(done -> {});
            look(ada, "/audit", "de");
            assertThat(ada.page().locator(".tag.bad").first().textContent()).contains("gebrochen bei Block 1");
            ada.open("/audit?q=gibt+es+nicht", 360, false);
            assertThat(ada.page().locator("main").textContent()).contains("Keine Änderung passt");
        }
    }

    private static void look(Window window, String path, String name) {
        for (int width : new int[] {1280, 360}) {
            for (boolean dark : new boolean[] {false, true}) {
                assertThat(window.open(path, width, dark)).isEqualTo(200);
                assertThat(window.complaints()).isEmpty();
                assertThat(window.overflow()).as("%s at %d", path, width).isZero();
                window.shot(Path.of("target/shots/audit-" + name + "-" + width + (dark ? "-dark" : "") + ".png"));
            }
        }
        assertThat(window.barriers()).isEmpty();
    }

    /** A company, and a contact there whom Mara has written on. */
    private long changed() {
        long company = companies.add(new CompanyDetails(
                "Kern GmbH", null, null, null, null, 50, null, null, "Regensburg", "DE", null, "B", null, null, null));
        long anna = contacts.add(ContactDetails.of("Anna", "Ärmel", "anna@a.test"));
        WebClient mara = browsers.as("mara");
        mara.send("PUT", "/lists/contacts/" + anna + "/job_title", Map.of("value", "Einkauf"));
        mara.send(
                "PUT",
                "/contacts/" + anna,
                Map.of(
                        "firstName", "Anna",
                        "lastName", "Ärmel",
                        "mail", "anna@a.test",
                        "jobTitle", "Einkauf",
                        "company", "Kern GmbH",
                        "owner", Long.toString(cast.person("svea").id())));
        assertThat(company).isPositive();
        return anna;
    }
}
