package doppelpass.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.database.DatabaseAddress;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.Program;
import doppelpass.testing.TestBrowsers;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What no honest program sends is refused as the sender's fault, in words, and costs nothing. */
@DoppelpassTest
class ApiNonsenseTest {
    private static final String NUL = "\\u0000";

    private final Programs programs;
    private final ApiTokens tokens;
    private final TestBrowsers browsers;
    private final DatabaseAddress owner;
    private final Cast cast;
    private final DSLContext db;

    ApiNonsenseTest(
            Programs programs,
            ApiTokens tokens,
            TestBrowsers browsers,
            DatabaseAddress owner,
            Cast cast,
            DSLContext db) {
        this.programs = programs;
        this.tokens = tokens;
        this.browsers = browsers;
        this.owner = owner;
        this.cast = cast;
        this.db = db;
    }

    @BeforeEach
    void stage() {
        cast.enter();
    }

    /** Written out, the amount would be a gigabyte of zeros. */
    @Test
    void numbersDaysAndTextsThatNobodyCanKeepAreRefusedByTheirField() {
        Program svea = programs.of("svea");
        for (String number : List.of("1e999999999", "-1e999999999", "1e-999999999", "1e15", "9".repeat(900)))
            assertThat(refused(svea, "/deals", "{\"name\": \"x\", \"amount\": " + number + "}"))
                    .as(number)
                    .isEqualTo("amount");
        for (String day : List.of("+999999999-12-31", "+12345-01-01", "0000-01-01", "-0044-03-15"))
            assertThat(refused(svea, "/deals", "{\"name\": \"x\", \"expected\": \"" + day + "\"}"))
                    .as(day)
                    .isEqualTo("expected");
        assertThat(refused(svea, "/activities", "{\"kind\": \"call\", \"occurred\": \"+999999-12-31T00:00:00Z\"}"))
                .isEqualTo("occurred");
        for (String text : List.of("a" + NUL, "\\ud800")) {
            assertThat(refused(svea, "/contacts", "{\"last_name\": \"" + text + "\"}"))
                    .isEqualTo("last_name");
            assertThat(refused(svea, "/contacts", "{\"last_name\": \"x\", \"tags\": [\"" + text + "\"]}"))
                    .isEqualTo("tags");
        }
        assertThat(db.fetchCount(DSL.table("contacts.contact"))).isZero();
        assertThat(svea.send("POST", "/deals", "{\"name\": \"x\", \"amount\": 1.20e3}")
                        .at("/amount/amount"))
                .isEqualTo("1200.00");
    }

    @Test
    void rowsOfABatchThatMakeNoSenseAreRefusedOneByOne() {
        Program svea = programs.of("svea");
        String id = svea.send("POST", "/contacts", "{\"last_name\": \"Huber\"}").at("/id");
        Program.Answer answer = svea.send("POST", "/contacts/batch", """
                [{"op": "upsert", "source": {"system": "s%1$s", "id": "1"}, "values": {"last_name": "x"}},
                 {"op": "upsert", "mail": "s%1$s@b.example", "values": {"last_name": "x"}},
                 {"op": "upsert", "mail": " ", "values": {"last_name": "x"}},
                 {"op": "update", "id": %2$s, "match": 5, "values": {"last_name": "Maier"}},
                 {"op": 1e999999999}, null]""".formatted(NUL, id));
        assertThat(answer.json()
                        .path("results")
                        .valueStream()
                        .map(one -> one.path("status").intValue()))
                .as(answer.body())
                .containsExactly(422, 422, 422, 422, 422, 400);
        assertThat(svea.get("/contacts/" + id).at("/last_name")).isEqualTo("Huber");
    }

    @Test
    void bodiesAndHeadersThatCannotBeReadAreTheSendersFault() {
        Program svea = programs.of("svea");
        String deep = "{\"last_name\": " + "[".repeat(5_000) + "]".repeat(5_000) + "}";
        assertThat(svea.send("POST", "/contacts", deep).status()).isEqualTo(400);
        Program.Answer form = svea.send(
                "POST", "/contacts", "{\"last_name\": \"x\"}", "Content-Type", "application/x-www-form-urlencoded");
        assertThat(form.status()).as("what curl -d says").isEqualTo(415);
        assertThat(svea.send("PUT", "/contacts/by-email/%20", "{\"last_name\": \"x\"}")
                        .status())
                .isEqualTo(422);
        assertThat(db.fetchCount(DSL.table("contacts.contact"))).isZero();
    }

    /** What the header of a copied example held: an ellipsis in UTF-8, of which one byte is a control character. */
    @Test
    void aHeaderThatCannotBeReadIsTheSendersFault() throws IOException {
        String token = tokens.make("test", List.of("contacts:write"), null, cast.person("svea"));
        URI url = URI.create(browsers.url());
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.getOutputStream().write("""
                    PATCH /api/v1/contacts/1 HTTP/1.1\r
                    Host: localhost\r
                    Authorization: Bearer %s\r
                    If-Match: "…"\r
                    Content-Length: 0\r
                    Connection: close\r
                    \r
                    """.formatted(token).getBytes(UTF_8));
            assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json", "A header cannot be read");
        }
    }

    /** Each waits for the record the other has; the database lets one of them go on. */
    @Test
    void aRequestThatCrossesAnotherIsAConflictAndLeavesNothing() throws SQLException {
        Program svea = programs.of("svea");
        String one = svea.send("POST", "/contacts", "{\"last_name\": \"One\"}").at("/id");
        String two = svea.send("POST", "/contacts", "{\"last_name\": \"Two\"}").at("/id");
        String row = "{\"op\": \"update\", \"id\": %s, \"values\": {\"first_name\": \"Anna\"}}";
        String update = "update contacts.contact set country = 'AT' where id = ";
        try (Connection other = owner.connect();
                Statement statement = other.createStatement()) {
            statement.execute("set deadlock_timeout = '1min'");
            other.setAutoCommit(false);
            statement.execute(update + two);
            CompletableFuture<Program.Answer> batch = CompletableFuture.supplyAsync(() ->
                    svea.send("POST", "/contacts/batch", "[" + row.formatted(one) + "," + row.formatted(two) + "]"));
            while (!waiting()) Thread.onSpinWait();
            statement.execute(update + one);
            Program.Answer crossed = batch.join();
            assertThat(crossed.status()).as(crossed.body()).isEqualTo(409);
            assertThat(crossed.at("/detail")).contains("send this one again");
            other.commit();
        }
        assertThat(db.fetch("select first_name || country from contacts.contact")
                        .into(String.class))
                .containsExactly("AT", "AT");
    }

    private boolean waiting() {
        return db.fetchExists(
                DSL.table("pg_stat_activity"),
                DSL.condition("datname = current_database() and wait_event_type = 'Lock'"));
    }

    private static String refused(Program program, String path, String body) {
        Program.Answer answer = program.send("POST", path, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.json().path("errors").size()).isEqualTo(1);
        return answer.at("/errors/0/field");
    }
}
