package doppelpass.news;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.identity.Person;
import doppelpass.leads.SomeContacts;
import doppelpass.tasks.TaskDetails;
import doppelpass.tasks.Tasks;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.TestClock;
import doppelpass.testing.TestMailServer;
import doppelpass.testing.WebClient;
import doppelpass.timeline.Subject;
import doppelpass.work.Queue;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever is given a task hears of it. Today is Tuesday, 2 June 2026. */
@DoppelpassTest
class TaskNewsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 2);

    private final Tasks tasks;
    private final Follows follows;
    private final SomeContacts contacts;
    private final TestBrowsers browsers;
    private final TestMailServer mail;
    private final Queue queue;
    private final TestClock clock;
    private final Cast cast;
    private final DSLContext db;

    TaskNewsTest(
            Tasks tasks,
            Follows follows,
            SomeContacts contacts,
            TestBrowsers browsers,
            TestMailServer mail,
            Queue queue,
            TestClock clock,
            Cast cast,
            DSLContext db) {
        this.tasks = tasks;
        this.follows = follows;
        this.contacts = contacts;
        this.browsers = browsers;
        this.mail = mail;
        this.queue = queue;
        this.clock = clock;
        this.cast = cast;
        this.db = db;
    }

    @BeforeEach
    void stage() {
        cast.enter();
        clock.set(TestClock.START);
        db.execute("truncate news.item, news.preference");
        mail.start();
    }

    @AfterEach
    void silence() {
        mail.stop();
    }

    @Test
    void aTaskGivenOnThePageIsNewsWithItsTitleAndRecord() {
        Subject contact = Subject.contact(contacts.complete());
        WebClient stefan = browsers.as("stefan");
        stefan.get("/tasks/new");
        var answer = stefan.post(
                "/tasks",
                Map.of(
                        "title",
                        "Send the drawing",
                        "dueOn",
                        "2026-06-05",
                        "about",
                        contact.code(),
                        "assignee",
                        id("svea")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        long task = db.fetchSingle("select id from tasks.task").get(0, Long.class);
        assertThat(browsers.as("svea").get("/news").body())
                .contains("1 unread", "Stefan Sales gave you a task", "Send the drawing", "Julia Kern")
                .contains("href=\"/tasks/" + task + "\"", "href=\"" + contact.url() + "\"");
        assertThat(news("stefan")).isZero();
    }

    @Test
    void oneWithoutARecordWorksTooAndWhatOneTakesOneselfIsNoNews() {
        tasks.add(TaskDetails.of("Tidy the desk", svea().id()), cast.person("stefan"));
        tasks.add(TaskDetails.of("My own", svea().id()), svea());
        assertThat(browsers.as("svea").get("/news").body())
                .contains("1 unread", "Tidy the desk")
                .doesNotContain("My own");
    }

    @Test
    void givenOnFromTheListItIsNewsForTheNextAndNoLongerForTheFirst() {
        long task = tasks.add(TaskDetails.of("Call Kern", svea().id()), cast.person("stefan"));
        WebClient stefan = browsers.as("stefan");
        stefan.get("/tasks");
        assertThat(stefan.send(
                                "PUT",
                                "/lists/tasks/" + task + "/assignee",
                                Map.of("value", id("mara"), "was", id("svea")))
                        .statusCode())
                .isEqualTo(200);
        assertThat(news("svea")).isZero();
        assertThat(news("mara")).isEqualTo(1);
        stefan.send("PUT", "/lists/tasks/" + task + "/assignee", Map.of("value", id("svea"), "was", id("mara")));
        assertThat(browsers.as("svea").get("/news").body()).contains("1 unread", "Call Kern");
        tasks.change(task, details -> details.titled("Call Kern again"), cast.person("stefan"));
        assertThat(browsers.as("svea").get("/news").body()).contains("1 unread");
    }

    @Test
    void manyGivenAtOnceAreNewsEach() {
        for (int i = 0; i < 3; i++)
            tasks.add(TaskDetails.of("Call " + i, cast.person("stefan").id()), cast.person("stefan"));
        WebClient stefan = browsers.as("stefan");
        stefan.get("/tasks");
        String page = stefan.post("/lists/tasks/bulk", Map.of("all", "yes", "column", "assignee", "value", id("svea")))
                .headers()
                .firstValue("location")
                .orElseThrow()
                .replaceFirst("https?://[^/]+", "");
        stefan.send("PUT", page + "/run", Map.of());
        queue.runUntilIdle();
        assertThat(news("svea")).isEqualTo(3);
        assertThat(news("stefan")).isZero();
    }

    @Test
    void whatComesBackByItsRhythmIsNoNewsAgain() {
        long task = tasks.add(
                TaskDetails.of("Weekly report", svea().id())
                        .on(TODAY)
                        .repeated(doppelpass.core.Recurrence.weekly(TODAY.getDayOfWeek(), 1)),
                cast.person("stefan"));
        assertThat(news("svea")).isEqualTo(1);
        tasks.finish(task, cast.person("stefan"));
        assertThat(db.fetchSingle("select count(*) from tasks.task").get(0, Long.class))
                .isEqualTo(2);
        assertThat(news("svea")).isEqualTo(1);
    }

    @Test
    void itStandsInTheDigestOfWhoWantsOne() throws Exception {
        follows.prefer(svea(), new Preference(false, true));
        clock.advance(Duration.ofMinutes(1));
        tasks.add(TaskDetails.of("Tidy the desk", svea().id()), cast.person("stefan"));
        tasks.add(TaskDetails.of("Water the plants", cast.person("mara").id()), cast.person("stefan"));
        queue.put("news.digest", "");
        queue.runUntilIdle();
        assertThat(mail.received()).hasSize(1);
        assertThat(mail.received().getFirst().getContent().toString())
                .contains("Tidy the desk: Stefan Sales gave you a task")
                .doesNotContain("plants");
    }

    private Person svea() {
        return cast.person("svea");
    }

    private String id(String name) {
        return Long.toString(cast.person(name).id());
    }

    private long news(String name) {
        return db.fetchSingle(
                        "select count(*) from news.item where person_id = ? and not hidden",
                        cast.person(name).id())
                .get(0, Long.class);
    }
}
