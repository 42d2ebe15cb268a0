package doppelpass.lists;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.leads.Leads;
import doppelpass.leads.NewLead;
import doppelpass.leads.SomeContacts;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.TestClock;
import doppelpass.testing.WebClient;
import doppelpass.work.Queue;
import java.time.Duration;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever left a change of many records finds its report and the way back again. */
@DoppelpassTest
class BulkReportsTest {
    private final TestBrowsers browsers;
    private final Leads leads;
    private final SomeContacts contacts;
    private final Queue queue;
    private final TestClock clock;
    private final Cast cast;
    private final DSLContext db;
    private WebClient mara;

    BulkReportsTest(
            TestBrowsers browsers,
            Leads leads,
            SomeContacts contacts,
            Queue queue,
            TestClock clock,
            Cast cast,
            DSLContext db) {
        this.browsers = browsers;
        this.leads = leads;
        this.contacts = contacts;
        this.queue = queue;
        this.clock = clock;
        this.cast = cast;
        this.db = db;
    }

    @BeforeEach
    void stage() {
        cast.enter();
        mara = browsers.as("mara");
    }

    @AfterEach
    void today() {
        clock.set(TestClock.START);
    }

    @Test
    void whoChangedManyRecordsFindsItsReportAndTheWayBackForAMonth() {
        assertThat(mara.get("/bulk").body()).contains("No bulk changes");
        String first = started(mara, lead(), "source", "Expo");
        queue.runUntilIdle();
        String second = started(mara, lead(), "source", "Fair 2026");
        queue.runUntilIdle();
        mara.post(second + "/undo", Map.of());
        queue.runUntilIdle();
        String page = mara.get("/bulk").body();
        assertThat(page)
                .contains("Source becomes “Expo”", "Source becomes “Fair 2026”", "Source set back", "Leads", "Undone")
                .contains("href=\"" + first + "\"")
                .doesNotContain("<th>Who</th>");
        assertThat(page.indexOf("Source set back")).isLessThan(page.indexOf("Fair 2026"));
        assertThat(page.indexOf("Fair 2026")).as("newest first").isLessThan(page.indexOf("Expo"));
        assertThat(mara.get(first).body()).contains(first + "/undo", "href=\"/bulk\"");
        clock.set(TestClock.START.plus(Duration.ofDays(31)));
        assertThat(browsers.as("mara").get("/bulk").body()).contains("No bulk changes");
    }

    @Test
    void whatWasOnlyAskedForIsNoChangeYet() {
        String asked = asked(mara, lead(), "source", "Expo");
        assertThat(mara.get("/bulk").body()).contains("No bulk changes");
        mara.send("DELETE", asked + "/run", Map.of());
        assertThat(mara.get("/bulk").body()).contains("No bulk changes");
    }

    @Test
    void everybodySeesTheirOwnLeadershipAndAdministrationSeeWhoDidWhatButDoNotTakeItBack() {
        String page = started(mara, lead(), "source", "Expo");
        queue.runUntilIdle();
        for (String other : new String[] {"stefan", "svea", "carlo"}) {
            assertThat(browsers.as(other).get("/bulk").body()).as(other).doesNotContain("Expo");
            assertThat(browsers.as(other).get(page).statusCode()).as(other).isEqualTo(404);
        }
        for (String reader : new String[] {"lena", "ada"}) {
            WebClient above = browsers.as(reader);
            assertThat(above.get("/bulk").body()).as(reader).contains("Expo", "<th>Who</th>", "Mara Marketing");
            assertThat(above.get(page).body()).contains("by Mara Marketing").doesNotContain(page + "/undo");
            assertThat(above.post(page + "/undo", Map.of()).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void aRecordThatRefusedIsCalledByItsName() {
        long contact = contacts.complete();
        long first = lead(contact, "gears");
        lead(contact, "motors");
        String page = started(mara, first, "product", "motors");
        queue.runUntilIdle();
        String name = db.fetchSingle("select contact_name from leads.lead_listed where id = ?", first)
                .get(0, String.class);
        assertThat(mara.get(page).body()).contains("<a href=\"/leads/" + first + "\">" + name + "</a>");
        assertThat(mara.get("/bulk").body()).contains("1 refused");
    }

    @Test
    void leadershipFindsNothingInThemThatItsRightsHide() {
        long contact = contacts.complete();
        long first = lead(contact, "gears");
        lead(contact, "motors");
        String refused = started(mara, first, "product", "motors");
        String source = started(mara, first, "source", "Expo");
        queue.runUntilIdle();
        assertThat(browsers.as("lena").get(refused).body()).contains("/leads/" + first);
        WebClient ada = browsers.as("ada");
        try {
            ada.send("PUT", "/reach", Map.of("leadership.lead", "own"));
            ada.send("PUT", "/reach/fields", Map.of("leadership.lead.source", "hidden"));
            WebClient lena = browsers.as("lena");
            assertThat(lena.get(refused).body()).contains("1 refused").doesNotContain("/leads/" + first);
            assertThat(lena.get("/bulk").body()).contains(refused).doesNotContain("Expo", source + "\"");
            assertThat(lena.get(source).statusCode()).isEqualTo(404);
        } finally {
            ada.send("PUT", "/reach", Map.of("leadership.lead", "all"));
            ada.send("PUT", "/reach/fields", Map.of("leadership.lead.source", "visible"));
        }
    }

    @Test
    void workThatWasGivenUpIsShownAsFailedAndOnceStoppedItsPartCanBeTakenBack() {
        String page = started(mara, lead(), "source", "Expo");
        db.execute("update work.job set state = 'failed', attempts = 5 where kind = ?", BulkJob.KIND);
        assertThat(mara.get("/bulk").body()).contains("Failed");
        assertThat(mara.get(page).body())
                .contains("Failed", "Once it is stopped it can be undone")
                .doesNotContain("every 1s");
        mara.send("DELETE", page + "/run", Map.of());
        assertThat(mara.get(page).body()).contains("Stopped");
    }

    @Test
    void theListAndTheSearchBoxLeadToThem() {
        lead();
        assertThat(mara.get("/leads").body()).contains("href=\"/bulk\"");
        assertThat(mara.get("/search/hits?q=bulk+ch").body()).contains("/bulk");
        assertThat(mara.get("/search/hits?q=sammel").body()).contains("/bulk");
    }

    private static String started(WebClient by, long id, String column, String value) {
        String page = asked(by, id, column, value);
        by.send("PUT", page + "/run", Map.of());
        return page;
    }

    private static String asked(WebClient by, long id, String column, String value) {
        Map<String, String> sent = Map.of("ids", Long.toString(id), "column", column, "value", value);
        return by.post("/lists/leads/bulk", sent)
                .headers()
                .firstValue("location")
                .orElseThrow()
                .replaceFirst("https?://[^/]+", "");
    }

    private long lead() {
        return lead(contacts.complete(), "gears");
    }

    private long lead(long contact, String line) {
        return leads.create(
                new NewLead(contact, null, line, "Fair", "event", null, null, TestClock.START), cast.person("mara"));
    }
}
