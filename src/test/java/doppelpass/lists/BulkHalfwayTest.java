package doppelpass.lists;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.identity.Person;
import doppelpass.leads.Leads;
import doppelpass.leads.NewLead;
import doppelpass.leads.SomeContacts;
import doppelpass.lists.plug.RecordList;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.TestClock;
import doppelpass.testing.WebClient;
import doppelpass.work.Queue;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** A change of many records between its beginning and its end: watched, stopped, killed. */
@DoppelpassTest
class BulkHalfwayTest {
    private static final int ALL = 8;

    private final TestBrowsers browsers;
    private final Leads leads;
    private final SomeContacts contacts;
    private final Queue queue;
    private final Lists lists;
    private final Deeds deeds;
    private final BulkTable table;
    private final BulkPortion portion;
    private final TransactionTemplate transaction;
    private final DSLContext db;
    private final Cast cast;
    private WebClient mara;
    private List<Long> ids = List.of();
    private String page = "";

    BulkHalfwayTest(
            TestBrowsers browsers,
            Leads leads,
            SomeContacts contacts,
            Queue queue,
            Lists lists,
            Deeds deeds,
            BulkTable table,
            BulkPortion portion,
            TransactionTemplate transaction,
            DSLContext db,
            Cast cast) {
        this.browsers = browsers;
        this.leads = leads;
        this.contacts = contacts;
        this.queue = queue;
        this.lists = lists;
        this.deeds = deeds;
        this.table = table;
        this.portion = portion;
        this.transaction = transaction;
        this.db = db;
        this.cast = cast;
    }

    @BeforeEach
    void aChangeThatHasBegun() {
        cast.enter();
        mara = browsers.as("mara");
        ids = IntStream.range(0, ALL).mapToObj(i -> lead()).toList();
        Map<String, String> sent = Map.of("all", "yes", "column", "source", "value", "Expo");
        page = path(mara.post("/lists/leads/bulk", sent));
        mara.send("PUT", page + "/run", Map.of());
        table.state(bulk(), List.of("waiting"), "running", null);
    }

    @Test
    void howFarItIsIsShownWhileItRuns() {
        portion.next(work(), 3);
        assertThat(mara.get(page).body()).contains("Running", "3 changed, 0 had it already", "37 %", "every 1s");
        assertThat(mara.get(page + "/progress").body()).contains("value=\"37\"");
        assertThat(mara.get("/bulk").body()).contains("Running", "37 %");
    }

    @Test
    void whatWasDoneWhenItIsStoppedStaysAndCanBeTakenBackTheRestIsUntouched() {
        portion.next(work(), 3);
        mara.send("DELETE", page + "/run", Map.of());
        queue.runUntilIdle();
        assertThat(sources()).containsExactly("Expo", "Expo", "Expo", "Fair", "Fair", "Fair", "Fair", "Fair");
        assertThat(mara.get(page).body()).contains("Stopped", "3 changed");
        String undo = path(mara.post(page + "/undo", Map.of()));
        queue.runUntilIdle();
        assertThat(mara.get(undo).body()).contains("Done", "3 changed, 0 had it already, 0 refused");
        assertThat(sources()).containsOnly("Fair");
        assertThat(ids.subList(3, ALL)).as("never written").allMatch(id -> writings(id) == 0);
    }

    @Test
    void whatIsWrittenWhileItIsStoppedIsTakenBackToo() throws Exception {
        portion.next(work(), 3);
        CompletableFuture<String> undo = transaction.execute(t -> {
            portion.next(work(), 3);
            mara.send("DELETE", page + "/run", Map.of());
            CompletableFuture<String> asked =
                    CompletableFuture.supplyAsync(() -> path(mara.post(page + "/undo", Map.of())));
            assertThat(asked).as("it waits for what is being written").failsWithin(500, TimeUnit.MILLISECONDS);
            return asked;
        });
        assertThat(undo).isNotNull();
        String report = undo.get(30, TimeUnit.SECONDS);
        queue.runUntilIdle();
        assertThat(portion.next(work(), 3)).as("nothing after it").isZero();
        assertThat(mara.get(report).body()).contains("6 changed");
        assertThat(sources()).containsOnly("Fair");
    }

    @Test
    void aChangeWhoseProcessIsKilledGoesOnWhereItWasAndWritesNothingTwice() {
        portion.next(work(), 3);
        transaction.executeWithoutResult(killed -> {
            portion.next(work(), 3);
            killed.setRollbackOnly();
        });
        assertThat(sources()).containsExactly("Expo", "Expo", "Expo", "Fair", "Fair", "Fair", "Fair", "Fair");
        db.execute(
                "update work.job set state = 'running', attempts = 1, worker = 'elsewhere/1/x', lease_until = ?::timestamptz"
                        + " where kind = ?",
                TestClock.START.minusSeconds(1).toString(),
                BulkJob.KIND);
        queue.runUntilIdle();
        assertThat(mara.get(page).body()).contains("Done", "8 changed, 0 had it already, 0 refused");
        assertThat(sources()).containsOnly("Expo");
        assertThat(ids).as("each written once").allMatch(id -> writings(id) == 1);
    }

    private BulkPortion.Work work() {
        Person by = cast.person("mara");
        Bulk bulk = table.find(bulk()).orElseThrow();
        RecordList list = lists.list("leads", by);
        return new BulkPortion.Work(bulk, list.listing(), deeds.of(list, "source", by), by);
    }

    private long bulk() {
        return Long.parseLong(page.substring(page.lastIndexOf('/') + 1));
    }

    private List<String> sources() {
        return ids.stream().map(id -> leads.get(id).source()).toList();
    }

    /** As the database itself noted them. */
    private int writings(long id) {
        return db.fetchSingle(
                        "select count(*) from audit.entry where tab = 'leads.lead' and record_id = ? and action = 'U'"
                                + " and jsonb_exists(after, 'source')",
                        id)
                .get(0, Integer.class);
    }

    private static String path(java.net.http.HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("location")
                .orElseThrow(() -> new AssertionError(answer.body()))
                .replaceFirst("https?://[^/]+", "");
    }

    private long lead() {
        return leads.create(
                new NewLead(contacts.complete(), null, "gears", "Fair", "event", null, null, TestClock.START),
                cast.person("mara"));
    }
}
