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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many records changed at once: counted, confirmed, done behind the page, reported, taken back. */
@DoppelpassTest
class BulkTest {
    private final TestBrowsers browsers;
    private final Leads leads;
    private final SomeContacts contacts;
    private final Queue queue;
    private final TestClock clock;
    private final Cast cast;
    private WebClient mara;

    BulkTest(TestBrowsers browsers, Leads leads, SomeContacts contacts, Queue queue, TestClock clock, Cast cast) {
        this.browsers = browsers;
        this.leads = leads;
        this.contacts = contacts;
        this.queue = queue;
        this.clock = clock;
        this.cast = cast;
    }

    @BeforeEach
    void stage() {
        cast.enter();
        mara = browsers.as("mara");
    }

    @Test
    void allThatTheListShowsIsCountedExactlyChangedAndTakenBack() {
        List<Long> fair = new ArrayList<>();
        for (int i = 0; i < 260; i++) fair.add(lead("Fair", "gears"));
        long other = lead("Website", "gears");
        String page = ask(Map.of("all", "yes", "source", "Fair", "column", "source", "value", "Fair 2026"));
        assertThat(mara.get(page).body()).contains("260 records: Source becomes “Fair 2026”");
        assertThat(leads.get(fair.getFirst()).source())
                .as("nothing before it is confirmed")
                .isEqualTo("Fair");
        mara.send("PUT", page + "/run", Map.of());
        queue.runUntilIdle();
        assertThat(mara.get(page).body()).contains("260 changed, 0 had it already, 0 refused");
        assertThat(fair).allSatisfy(id -> assertThat(leads.get(id).source()).isEqualTo("Fair 2026"));
        assertThat(leads.get(other).source()).isEqualTo("Website");
        String undo = mara.post(page + "/undo", Map.of())
                .headers()
                .firstValue("location")
                .orElseThrow();
        queue.runUntilIdle();
        assertThat(mara.get(path(undo)).body()).contains("260 changed");
        assertThat(fair).allSatisfy(id -> assertThat(leads.get(id).source()).isEqualTo("Fair"));
        assertThat(mara.post(page + "/undo", Map.of()).statusCode()).isEqualTo(409);
        assertThat(mara.get(page).body()).as("undone once").doesNotContain(page + "/undo");
    }

    @Test
    void whatOneRecordRefusesIsReportedAndTheOthersGoOn() {
        long contact = contacts.complete();
        long first = lead(contact, "Fair", "gears");
        long second = lead(contact, "Fair", "motors");
        String page = ask(Map.of("ids", Long.toString(first), "column", "product", "value", "motors"));
        mara.send("PUT", page + "/run", Map.of());
        queue.runUntilIdle();
        assertThat(mara.get(page).body())
                .contains("0 changed, 0 had it already, 1 refused")
                .contains("/leads/" + first);
        assertThat(leads.get(first).productLine()).isEqualTo("gears");
        assertThat(leads.get(second).productLine()).isEqualTo("motors");
    }

    @Test
    void whatSomebodyChangedSinceIsNotTakenBack() {
        long one = lead("Fair", "gears");
        long two = lead("Fair", "gears");
        String page = ask(Map.of("all", "yes", "column", "source", "value", "Expo"));
        mara.send("PUT", page + "/run", Map.of());
        queue.runUntilIdle();
        mara.send("PUT", "/lists/leads/" + two + "/source", Map.of("value", "Own", "was", "Expo"));
        String undo = mara.post(page + "/undo", Map.of())
                .headers()
                .firstValue("location")
                .orElseThrow();
        queue.runUntilIdle();
        assertThat(mara.get(path(undo)).body()).contains("1 changed, 0 had it already, 1 refused");
        assertThat(leads.get(one).source()).isEqualTo("Fair");
        assertThat(leads.get(two).source()).isEqualTo("Own");
    }

    @Test
    void afterAMonthItCannotBeTakenBack() {
        long one = lead("Fair", "gears");
        String page = ask(Map.of("ids", Long.toString(one), "column", "source", "value", "Expo"));
        mara.send("PUT", page + "/run", Map.of());
        queue.runUntilIdle();
        clock.set(TestClock.START.plus(Duration.ofDays(31)));
        try {
            assertThat(mara.post(page + "/undo", Map.of()).statusCode()).isEqualTo(409);
            assertThat(leads.get(one).source()).isEqualTo("Expo");
        } finally {
            clock.set(TestClock.START);
        }
    }

    @Test
    void onlyWhoAskedSeesTheChangeAndWhoMayNotWriteCannotAsk() {
        long one = lead("Fair", "gears");
        String page = ask(Map.of("ids", Long.toString(one), "column", "source", "value", "Expo"));
        assertThat(browsers.as("lena").get(page).statusCode()).isEqualTo(404);
        Map<String, String> sent = Map.of("ids", Long.toString(one), "column", "source", "value", "Expo");
        assertThat(browsers.as("carlo").post("/lists/leads/bulk", sent).statusCode())
                .isEqualTo(403);
        assertThat(mara.post("/lists/leads/bulk", Map.of("column", "source", "value", "Expo"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(leads.get(one).source()).isEqualTo("Fair");
    }

    private String ask(Map<String, String> sent) {
        Map<String, String> whole = new HashMap<>(sent);
        var answer = mara.post("/lists/leads/bulk", whole);
        return path(answer.headers().firstValue("location").orElseThrow(() -> new AssertionError(answer.body())));
    }

    private static String path(String location) {
        return location.replaceFirst("https?://[^/]+", "");
    }

    private long lead(String source, String line) {
        return lead(contacts.complete(), source, line);
    }

    private long lead(long contact, String source, String line) {
        return leads.create(
                new NewLead(contact, null, line, source, "event", null, null, TestClock.START), cast.person("mara"));
    }
}
