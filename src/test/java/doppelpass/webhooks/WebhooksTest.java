package doppelpass.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.contacts.ContactDetails;
import doppelpass.contacts.Contacts;
import doppelpass.core.TeamFunction;
import doppelpass.identity.NewPerson;
import doppelpass.identity.People;
import doppelpass.reach.Extent;
import doppelpass.reach.Reaches;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.TestClock;
import doppelpass.testing.WebClient;
import doppelpass.work.Queue;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From a change on a page to a server that checks the signature, and through every way in which the server can fail. */
@DoppelpassTest
@ExtendWith(OutputCaptureExtension.class)
class WebhooksTest {
    private final TestBrowsers browsers;
    private final Contacts contacts;
    private final People people;
    private final Queue queue;
    private final Endpoints endpoints;
    private final Deliveries deliveries;
    private final Dispatch dispatch;
    private final Reaches reaches;
    private final TestClock clock;
    private final Cast cast;
    private final DSLContext db;
    private SomeReceiver receiver;
    private WebClient ada;
    private String secret = "";

    WebhooksTest(
            TestBrowsers browsers,
            Contacts contacts,
            People people,
            Queue queue,
            Endpoints endpoints,
            Deliveries deliveries,
            Dispatch dispatch,
            Reaches reaches,
            TestClock clock,
            Cast cast,
            DSLContext db) {
        this.browsers = browsers;
        this.contacts = contacts;
        this.people = people;
        this.queue = queue;
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.dispatch = dispatch;
        this.reaches = reaches;
        this.clock = clock;
        this.cast = cast;
        this.db = db;
    }

    @BeforeEach
    void stage() throws IOException {
        cast.enter();
        clock.set(TestClock.START);
        receiver = new SomeReceiver(null);
        ada = browsers.as("ada");
        ada.get("/webhooks/new");
        secret = secret(ada.post(
                "/webhooks?lists=contacts&events=created&events=changed",
                Map.of("name", "Shop", "url", "http://localhost:" + receiver.port() + "/in")));
    }

    @AfterEach
    void close() {
        receiver.close();
        clock.set(TestClock.START);
    }

    @Test
    void aChangeIsToldOnceSignedAndWithoutValuesAndTheSecretIsNowhere(CapturedOutput output) {
        long id = contacts.add(ContactDetails.of("Anna", "Canary", null));
        tell(1);
        SomeReceiver.Got got = receiver.got.getFirst();
        assertThat(got.signedWith(secret)).isTrue();
        assertThat(got.signedWith(Secret.fresh().text())).isFalse();
        assertThat(got.id()).startsWith("msg_");
        assertThat(got.timestamp()).isEqualTo(Long.toString(TestClock.START.getEpochSecond()));
        JsonNode body = new JsonMapper().readTree(got.body());
        assertThat(body.propertyNames()).containsExactly("type", "timestamp", "data");
        assertThat(body.path("type").asString()).isEqualTo("contact.created");
        assertThat(body.at("/data/record").asLong()).isEqualTo(id);
        assertThat(body.at("/data/list").asString()).isEqualTo("contacts");
        assertThat(got.body()).doesNotContain("Canary");
        contacts.add(ContactDetails.of("Berta", "Zwei", null));
        tell(2);
        feed();
        assertThat(receiver.got).as("each once").hasSize(2);
        db.execute("delete from contacts.contact where id = " + id);
        feed();
        assertThat(receiver.got).as("deletions were not chosen").hasSize(2);

        assertThat(ada.get("/webhooks/1").body()).contains("contact.created", got.id(), "204");
        String key = secret.substring("whsec_".length());
        for (String page : List.of("/webhooks", "/webhooks/1", "/webhooks/1/edit", "/audit?kind=webhook"))
            assertThat(ada.get(page).body()).as(page).contains("Shop").doesNotContain(key);
        assertThat(db.fetch("select e::text from audit.entry e").formatCSV()).doesNotContain(key);
        assertThat(db.fetch("select e::text from webhooks.endpoint e").formatCSV())
                .doesNotContain(key);
        assertThat(output.getAll()).doesNotContain(key);
    }

    @Test
    void whatFailsIsTriedAgainByTheScheduleWithTheSameIdUntilItIsGivenUp() {
        receiver.status = 500;
        contacts.add(ContactDetails.of("Anna", "Alt", null));
        tell(1);
        List<Duration> schedule = List.of(
                Duration.ofSeconds(5),
                Duration.ofMinutes(5),
                Duration.ofMinutes(30),
                Duration.ofHours(2),
                Duration.ofHours(5),
                Duration.ofHours(10),
                Duration.ofHours(14),
                Duration.ofHours(20),
                Duration.ofHours(24));
        int attempts = 1;
        for (Duration wait : schedule) {
            clock.advance(wait.minusMillis(1));
            feed();
            assertThat(receiver.got).as("not before %s", wait).hasSize(attempts);
            clock.advance(wait.dividedBy(10).plusMillis(1));
            feed();
            assertThat(receiver.got).as("soon after %s", wait).hasSize(++attempts);
        }
        assertThat(receiver.got.stream().map(SomeReceiver.Got::id).distinct()).hasSize(1);
        assertThat(receiver.got.stream().map(SomeReceiver.Got::timestamp).distinct())
                .as("signed anew at each attempt")
                .hasSize(10);
        assertThat(receiver.got).allMatch(got -> got.signedWith(secret));
        assertThat(state()).isEqualTo("failed 10 500");
        receiver.status = 200;
        ada = browsers.as("ada");
        String log = ada.get("/webhooks/1?state=failed&type=contact").body();
        assertThat(log).contains("Given up");
        assertThat(ada.get("/webhooks/1?state=delivered").body()).contains("Nothing was sent");
        ada.post("/webhooks/1/deliveries/1/repeats", Map.of());
        queue.runUntilIdle();
        assertThat(receiver.got)
                .hasSize(11)
                .extracting(SomeReceiver.Got::id)
                .containsOnly(receiver.got.getFirst().id());
        assertThat(state()).isEqualTo("delivered 1 200");
        ada.post("/webhooks/1/replays", Map.of("from", "2026-06-01T00:00"));
        queue.runUntilIdle();
        ada.post("/webhooks/1/replays", Map.of("from", "2026-06-01T00:00", "to", "2026-06-02T00:00"));
        queue.runUntilIdle();
        assertThat(receiver.got).as("the second span was empty").hasSize(12);
    }

    /** Killed between sending and noting: at least once, and the other side can tell by the id. */
    @Test
    void whoeverIsKilledBeforeNotingSendsOnceMoreWithTheSameId() {
        contacts.add(ContactDetails.of("Anna", "Alt", null));
        deliveriesArePut();
        DeliveryTable.Claim claim = deliveries.claim(1).orElseThrow();
        assertThat(dispatch.send(endpoints.get(1), claim).delivered()).isTrue();
        // here the process ended
        deliveries.rest(1);
        feed();
        assertThat(receiver.got).as("its lease still runs").hasSize(1);
        clock.advance(DeliveryTable.LEASE.plusSeconds(1));
        feed();
        assertThat(receiver.got).hasSize(2);
        assertThat(receiver.got.get(1).id()).isEqualTo(receiver.got.get(0).id());
        assertThat(state()).isEqualTo("delivered 2 204");
    }

    @Test
    void anEndpointThatIsGoneIsStoppedAtOnceAndOneThatFailsAfterFiveDays() {
        receiver.status = 410;
        contacts.add(ContactDetails.of("Anna", "Alt", null));
        tell(1);
        assertThat(endpoints.get(1).stoppedFor()).isEqualTo("gone");
        assertThat(mails()).hasSize(1).first().asString().contains("Shop", "410", "/webhooks/1");
        contacts.add(ContactDetails.of("Berta", "Neu", null));
        clock.advance(Duration.ofHours(1));
        feed();
        assertThat(receiver.got).hasSize(1);

        receiver.status = 503;
        ada.send("DELETE", "/webhooks/1/pause", Map.of());
        tell(3);
        for (int day = 0; day < 4; day++) {
            clock.advance(Duration.ofDays(1));
            feed();
            assertThat(endpoints.get(1).state()).isEqualTo(EndpointState.ACTIVE);
        }
        clock.advance(Duration.ofDays(1).plusMinutes(1));
        feed();
        assertThat(endpoints.get(1).stoppedFor()).isEqualTo("failing");
        assertThat(mails()).hasSize(2);
    }

    @Test
    void bothSecretsCountForADayAndWhatHappensWhilePausedIsToldAfterwards() {
        String before = secret;
        secret = secret(ada.post("/webhooks/1/secrets", Map.of()));
        assertThat(secret).isNotEqualTo(before);
        ada.send("PUT", "/webhooks/1/pause", Map.of());
        contacts.add(ContactDetails.of("Anna", "Alt", null));
        feed();
        assertThat(receiver.got).isEmpty();
        assertThat(ada.post("/webhooks/1/tests", Map.of()).statusCode()).isEqualTo(409);
        ada.send("DELETE", "/webhooks/1/pause", Map.of());
        tell(1);
        assertThat(receiver.got.getFirst().signatures()).hasSize(2);
        assertThat(receiver.got.getFirst().signedWith(before)).isTrue();
        assertThat(receiver.got.getFirst().signedWith(secret)).isTrue();
        clock.advance(Endpoints.OLD_COUNTS);
        ada = browsers.as("ada");
        ada.post("/webhooks/1/tests", Map.of());
        queue.runUntilIdle();
        assertThat(receiver.got).hasSize(2);
        SomeReceiver.Got test = receiver.got.getLast();
        assertThat(test.body()).contains("\"type\":\"webhook.test\"");
        assertThat(test.signedWith(before)).isFalse();
        assertThat(test.signedWith(secret)).isTrue();
    }

    @Test
    void anEndpointHearsOnlyWhatItsPersonSeesAndNothingOnceTheyAreGone() {
        // once an administrator, as who made the endpoint, now one of sales
        long sol = people.add(
                new NewPerson("sol@kern.test", "Sol Sales", null, "en", TeamFunction.SALES, null, false, false));
        reaches.agree();
        reaches.set(Map.of(TeamFunction.SALES, Map.of("contact", Extent.OWN)), cast.person("ada"));
        try {
            db.execute("update webhooks.endpoint set person_id = " + sol);
            contacts.add(ContactDetails.of("Anna", "Foreign", null));
            feed();
            feed();
            assertThat(receiver.got).isEmpty();
            ada.send(
                    "PUT",
                    "/webhooks/1?lists=contacts&events=created",
                    Map.of("name", "Shop", "url", "http://localhost:" + receiver.port() + "/in"));
            assertThat(endpoints.get(1).personId())
                    .as("whoever says where it is answers for it")
                    .isEqualTo(cast.person("ada").id());
            contacts.add(ContactDetails.of("Berta", "Seen", null));
            tell(1);
            db.execute("update webhooks.endpoint set person_id = " + sol);
            db.execute("update identity.person set active = false where id = " + sol);
            feed();
            assertThat(endpoints.get(1).stoppedFor()).isEqualTo("person");
        } finally {
            reaches.set(Map.of(TeamFunction.SALES, Map.of("contact", Extent.ALL)), cast.person("ada"));
        }
    }

    @Test
    void theFormSaysWhatItDoesNotTakeAndNobodyElseComesIn() {
        HttpResponse<String> refused = ada.post("/webhooks", Map.of("name", " ", "url", "https://127.1/"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("begins with https://", "at least one kind of records", "1 to 100");
        assertThat(ada.post("/webhooks/1/replays", Map.of("from", "now")).statusCode())
                .isEqualTo(422);
        assertThat(browsers.as("lena").get("/webhooks/1").statusCode()).isEqualTo(403);
        ada.send("DELETE", "/webhooks/1", Map.of());
        assertThat(ada.get("/webhooks/1").statusCode()).isEqualTo(404);
    }

    private static String secret(HttpResponse<String> page) {
        Matcher shown =
                Pattern.compile("whsec_[A-Za-z0-9+/=]+").matcher(page.body().replace("&#43;", "+"));
        assertThat(shown.find()).as(page.statusCode() + " " + page.body()).isTrue();
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        return shown.group();
    }

    private void feed() {
        queue.put(Feed.KIND, "");
        queue.runUntilIdle();
    }

    /** Until so many requests have come; the journal waits for transactions of others to end. */
    private void tell(int count) {
        for (int i = 0; i < 100 && receiver.got.size() < count; i++) feed();
        assertThat(receiver.got).hasSize(count);
    }

    private void deliveriesArePut() {
        long port = receiver.port();
        db.execute("update webhooks.endpoint set url = 'http://localhost:1/'");
        for (int i = 0; i < 100 && state().isEmpty(); i++) feed();
        db.execute("update webhooks.endpoint set url = 'http://localhost:" + port + "/in'");
        db.execute("update webhooks.delivery set attempts = 0, due_at = created_at");
    }

    private String state() {
        return db.fetch("select state, attempts, status from webhooks.delivery order by id limit 1").stream()
                .map(r -> r.get(0) + " " + r.get(1) + " " + r.get(2))
                .findFirst()
                .orElse("");
    }

    private List<String> mails() {
        return db.fetch("select subject || ' ' || body from mail.outbox order by id")
                .into(String.class);
    }
}
