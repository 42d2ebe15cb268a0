package doppelpass.lists;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.leads.Leads;
import doppelpass.leads.NewLead;
import doppelpass.leads.SomeContacts;
import doppelpass.lists.plug.Listing;
import doppelpass.quality.Check;
import doppelpass.quality.Checks;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.TestClock;
import doppelpass.testing.WebClient;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Cells of a list written in place, over HTTP. */
@DoppelpassTest
class ListCellsTest {
    private final TestBrowsers browsers;
    private final Leads leads;
    private final SomeContacts contacts;
    private final Cast cast;
    private final Lists lists;
    private final List<Checks> checks;

    ListCellsTest(
            TestBrowsers browsers, Leads leads, SomeContacts contacts, Cast cast, Lists lists, List<Checks> checks) {
        this.browsers = browsers;
        this.leads = leads;
        this.contacts = contacts;
        this.cast = cast;
        this.lists = lists;
        this.checks = checks;
    }

    @Test
    void whatDataCareMendsInItsListIsWrittenInPlace() {
        List<String> mends = new ArrayList<>();
        for (Check check :
                checks.stream().flatMap(plug -> plug.checks().stream()).toList()) {
            Listing listing =
                    lists.list(check.url().replace("/", ""), cast.person("ada")).listing();
            for (String mend : check.mends()) {
                assertThat(listing.column(mend).orElseThrow().editing())
                        .as("%s: %s", check.key(), mend)
                        .isNotNull();
                mends.add(mend);
            }
        }
        assertThat(mends).contains("expected", "next", "owner", "mail");
    }

    @Test
    void aCellIsWrittenAndOffersToUndoIt() {
        long id = lead();
        WebClient mara = browsers.as("mara");
        assertThat(mara.fragment(cell(id, "source") + "/edit").body()).contains("value=\"website\"");
        HttpResponse<String> written = write(mara, id, "source", "Fair Munich", "website");
        assertThat(written.statusCode()).isEqualTo(200);
        assertThat(written.body()).contains("Fair Munich").contains("Undo").contains("value=\"website\"");
        assertThat(leads.get(id).source()).isEqualTo("Fair Munich");
        write(mara, id, "source", "website", "Fair Munich");
        assertThat(leads.get(id).source()).isEqualTo("website");
    }

    @Test
    void nobodyWritesOverWhatTheyHaveNotSeen() {
        long id = lead();
        write(browsers.as("mara"), id, "source", "Fair Munich", "website");
        HttpResponse<String> late = write(browsers.as("lena"), id, "source", "Fair Berlin", "website");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Fair Munich");
        assertThat(leads.get(id).source()).isEqualTo("Fair Munich");
    }

    @Test
    void ofManyWhoWriteTheSameCellAtOnceOneSucceeds() throws Exception {
        long id = lead();
        List<WebClient> writers =
                List.of(browsers.as("mara"), browsers.as("lena"), browsers.as("mara"), browsers.as("lena"));
        try (var pool = Executors.newFixedThreadPool(writers.size())) {
            List<Callable<Integer>> writes = new ArrayList<>();
            for (int i = 0; i < writers.size(); i++) {
                String value = "Fair " + i;
                WebClient writer = writers.get(i);
                writes.add(() -> write(writer, id, "source", value, "website").statusCode());
            }
            List<Integer> answers = new ArrayList<>();
            for (var answer : pool.invokeAll(writes)) answers.add(answer.get());
            assertThat(answers).containsOnlyOnce(200).contains(409);
        }
    }

    @Test
    void whatCannotBeIsRefusedAndNothingIsWritten() {
        long id = lead();
        WebClient mara = browsers.as("mara");
        assertThat(write(mara, id, "source", " ", "website").statusCode()).isEqualTo(422);
        assertThat(write(mara, id, "channel", "pigeon", "paid_search").statusCode())
                .isEqualTo(422);
        assertThat(write(mara, id, "state", "WON", "NEW").statusCode()).isEqualTo(404);
        assertThat(write(mara, id, "colour", "red", "").statusCode()).isEqualTo(404);
        assertThat(leads.get(id).source()).isEqualTo("website");
        assertThat(leads.get(id).channel()).isEqualTo("paid_search");
    }

    @Test
    void whoMayNotChangeRecordsSeesNoPenAndIsRefused() {
        long id = lead();
        WebClient carlo = browsers.as("carlo");
        assertThat(carlo.get("/leads?cols=name,source").body()).doesNotContain("class=\"pen\"");
        assertThat(browsers.as("mara").get("/leads?cols=name,source").body()).contains("class=\"pen\"");
        assertThat(carlo.fragment(cell(id, "source") + "/edit").statusCode()).isEqualTo(403);
        assertThat(write(carlo, id, "source", "Fair Munich", "website").statusCode())
                .isEqualTo(403);
        assertThat(leads.get(id).source()).isEqualTo("website");
    }

    @Test
    void theTickedColumnsBecomeTheAddress() {
        HttpResponse<String> answer =
                browsers.as("mara").get("/lists/leads/columns?state=NEW&cols=state&cols=name%3A200&cols=source");
        assertThat(answer.headers().firstValue("location").orElse(""))
                .endsWith("/leads?state=NEW&cols=state%2Cname%3A200%2Csource");
    }

    private long lead() {
        return leads.create(
                new NewLead(contacts.complete(), null, "gears", "website", "paid_search", null, null, TestClock.START),
                cast.person("mara"));
    }

    private static HttpResponse<String> write(WebClient as, long id, String column, String value, String was) {
        return as.send("PUT", cell(id, column), Map.of("value", value, "was", was));
    }

    private static String cell(long id, String column) {
        return "/lists/leads/" + id + "/" + column;
    }
}
