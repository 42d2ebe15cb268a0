package doppelpass.api;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.core.TeamFunction;
import doppelpass.reach.Extent;
import doppelpass.reach.Reaches;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.Program;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who follows the events hears each once and in order, whichever transaction ends first. */
@DoppelpassTest
class ApiEventsTest {
    private static final int WRITERS = 4;
    private static final int EACH = 60;

    private final Programs programs;
    private final DataSource database;
    private final Reaches reaches;
    private final Events events;
    private final Cast cast;
    private final DSLContext db;

    ApiEventsTest(Programs programs, DataSource database, Reaches reaches, Events events, Cast cast, DSLContext db) {
        this.programs = programs;
        this.database = database;
        this.reaches = reaches;
        this.events = events;
        this.cast = cast;
        this.db = db;
    }

    @BeforeEach
    void stage() {
        cast.enter();
    }

    @Test
    void creatingChangingTaggingAndDeletingAreToldWithoutValues() {
        Program mara = programs.of("mara");
        String start = mara.get("/events?after=now").at("/next");
        String contact =
                mara.send("POST", "/contacts", "{\"last_name\": \"Canary\"}").at("/id");
        mara.send("PATCH", "/contacts/" + contact, "{\"first_name\": \"Anna\"}");
        mara.send("PATCH", "/contacts/" + contact, "{\"tags\": [\"VIP\"]}");
        mara.send("DELETE", "/contacts/" + contact, "");
        Program.Answer told = heard(mara, start, "contact.deleted");
        assertThat(told.body()).doesNotContain("Canary", "Anna", "VIP");
        List<String> types = told.json()
                .path("data")
                .valueStream()
                .map(e -> e.path("type").asString() + " " + e.path("record").asString() + " "
                        + e.path("origin").asString())
                .toList();
        assertThat(types.getFirst()).isEqualTo("contact.created " + contact + " api");
        assertThat(types).contains("contact.changed " + contact + " api", "contact.deleted " + contact + " api");
        assertThat(told.json().path("more").booleanValue()).isFalse();
        String next = told.at("/next");
        assertThat(mara.get("/events?after=" + next).json().path("data").size()).isZero();
        assertThat(mara.get("/events?after=" + start + "&limit=1")
                        .json()
                        .path("more")
                        .booleanValue())
                .isTrue();
        assertThat(mara.get("/events?after=" + start + "&lists=deals")
                        .json()
                        .path("data")
                        .size())
                .isZero();
        assertThat(programs.with("mara", List.of("deals:read")).get("/events").body())
                .doesNotContain("contact.");
        assertThat(programs.of("boris").get("/events").body())
                .as("sees no contacts")
                .doesNotContain("contact.");
        assertThat(mara.get("/events?after=x").status()).isEqualTo(400);
    }

    @Test
    void whatWasSaidAndWhenIsToldAndTasksAreNot() {
        Program svea = programs.of("svea");
        String contact =
                svea.send("POST", "/contacts", "{\"last_name\": \"Said\"}").at("/id");
        String start = svea.get("/events?after=now").at("/next");
        String activity = svea.send(
                        "POST",
                        "/activities",
                        "{\"kind\": \"call\", \"outcome\": \"reached\", \"note\": \"x\", \"occurred\": \"2026-05-04T08:00:00Z\", \"contact\": "
                                + contact + "}")
                .at("/id");
        assertThat(heard(svea, start, "activity.created").body())
                .contains("\"type\":\"activity.created\",\"list\":\"activities\",\"record\":" + activity);
        assertThat(events.lists(cast.person("svea"))).contains("activities").doesNotContain("tasks");
    }

    @Test
    void rowsThatAPersonDoesNotSeeAreNeitherToldNorReadNorWritten() {
        reaches.agree();
        reaches.set(Map.of(TeamFunction.SALES, Map.of("contact", Extent.OWN)), cast.person("ada"));
        try {
            Program mara = programs.of("mara");
            Program svea = programs.of("svea");
            String start = mara.get("/events?after=now").at("/next");
            String foreign = mara.send("POST", "/contacts", "{\"last_name\": \"Canary\"}")
                    .at("/id");
            String own =
                    svea.send("POST", "/contacts", "{\"last_name\": \"Mine\"}").at("/id");
            String event = "\"list\":\"contacts\",\"record\":%s,";
            assertThat(heard(svea, start, event.formatted(own)).body()).doesNotContain(event.formatted(foreign));
            assertThat(heard(mara, start, event.formatted(own)).body()).contains(event.formatted(foreign));
            assertThat(svea.get("/contacts?count=exact").at("/total")).isEqualTo("1");
            assertThat(svea.get("/contacts").body()).contains("Mine").doesNotContain("Canary");
            assertThat(svea.get("/contacts/" + foreign).status()).isEqualTo(404);
            assertThat(svea.send("PATCH", "/contacts/" + foreign, "{\"last_name\": \"No\"}")
                            .status())
                    .isEqualTo(404);
            assertThat(svea.send("DELETE", "/contacts/" + foreign, "").status()).isEqualTo(404);
            assertThat(svea.send("POST", "/tasks", "{\"title\": \"x\", \"contact\": " + foreign + "}")
                            .status())
                    .isEqualTo(422);
            assertThat(mara.get("/contacts/" + foreign).at("/last_name")).isEqualTo("Canary");
        } finally {
            reaches.set(Map.of(TeamFunction.SALES, Map.of("contact", Extent.ALL)), cast.person("ada"));
        }
    }

    /** The one that began first ends last: its event has the smaller number and must not be passed over. */
    @Test
    void anEventThatIsLateIsWaitedFor() throws SQLException {
        Program mara = programs.of("mara");
        String start = mara.get("/events?after=now").at("/next");
        try (Connection late = database.getConnection()) {
            late.setAutoCommit(false);
            insert(late, "late");
            db.execute("insert into contacts.contact (last_name, created_at) values ('early', now())");
            JsonNode before = mara.get("/events?after=" + start).json();
            assertThat(before.path("data").size()).isZero();
            late.commit();
            Program.Answer after = heard(mara, before.path("next").asString(), "contact.created");
            assertThat(names(after.json())).containsExactly("late", "early");
        }
    }

    @Test
    void manyWritersAndAFollowerLoseAndDoubleNothing() {
        Program mara = programs.of("mara");
        String next = mara.get("/events?after=now").at("/next");
        List<CompletableFuture<Void>> writers = IntStream.range(0, WRITERS)
                .mapToObj(w -> CompletableFuture.runAsync(() -> write(w)))
                .toList();
        CompletableFuture<Void> all = CompletableFuture.allOf(writers.toArray(CompletableFuture[]::new));
        List<Long> heard = new ArrayList<>();
        int asked = 0;
        while (!all.isDone() || heard.size() < WRITERS * EACH * 2 / 3) {
            JsonNode page;
            do {
                page = mara.get("/events?limit=17&after=" + next).json();
                page.path("data").forEach(event -> heard.add(event.path("id").longValue()));
                next = page.path("next").asString();
                asked++;
                assertThat(asked).as("pages asked for").isLessThan(20_000);
            } while (page.path("more").booleanValue());
        }
        all.join();
        List<Long> expected = db.fetch("select id from audit.entry where kind = 'contact' and action = 'I' order by id")
                .into(Long.class);
        assertThat(expected).hasSize(WRITERS * EACH * 2 / 3);
        assertThat(heard).as("heard in " + asked + " pages").isEqualTo(expected);
    }

    /** The page that tells of it: whatever else the server does at the moment may hold it back a little. */
    private static Program.Answer heard(Program program, String after, String type) {
        Program.Answer answer = program.get("/events?after=" + after);
        for (int i = 0; i < 500 && !answer.body().contains(type); i++) answer = program.get("/events?after=" + after);
        assertThat(answer.body()).contains(type);
        return answer;
    }

    /** Each transaction holds its numbers for a while; every third is given up. */
    private void write(int writer) {
        Random random = new Random(writer);
        for (int i = 0; i < EACH; i++) {
            try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(false);
                insert(connection, "w" + writer + "-" + i);
                Thread.sleep(random.nextInt(12));
                if (i % 3 == 0) connection.rollback();
                else connection.commit();
            } catch (SQLException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void insert(Connection connection, String name) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("insert into contacts.contact (last_name, created_at) values ('" + name + "', now())");
        }
    }

    private List<String> names(JsonNode events) {
        return events.path("data")
                .valueStream()
                .map(e -> db.fetchSingle("select last_name from contacts.contact where id = "
                                + e.path("record").asString())
                        .get(0, String.class))
                .toList();
    }
}
