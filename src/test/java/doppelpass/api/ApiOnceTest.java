package doppelpass.api;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.database.DatabaseAddress;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.Program;
import doppelpass.testing.TestClock;
import doppelpass.work.Queue;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same request twice has its effect once, whatever happens between. */
@DoppelpassTest
class ApiOnceTest {
    private static final String ANNA = "{\"last_name\": \"Huber\"}";

    private final Programs programs;
    private final Queue queue;
    private final TestClock clock;
    private final DatabaseAddress owner;
    private final Cast cast;
    private final DSLContext db;

    ApiOnceTest(Programs programs, Queue queue, TestClock clock, DatabaseAddress owner, Cast cast, DSLContext db) {
        this.programs = programs;
        this.queue = queue;
        this.clock = clock;
        this.owner = owner;
        this.cast = cast;
        this.db = db;
    }

    @BeforeEach
    void stage() {
        cast.enter();
    }

    @AfterEach
    void reset() {
        clock.set(TestClock.START);
    }

    @Test
    void aRepeatedRequestIsAnsweredAsBeforeAndAnotherWithItsKeyIsRefused() {
        Program mara = programs.of("mara");
        Program.Answer first = mara.send("POST", "/contacts", ANNA, "Idempotency-Key", "k1");
        Program.Answer again = mara.send("POST", "/contacts", ANNA, "Idempotency-Key", "k1");
        assertThat(again.status()).isEqualTo(first.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(first.header("Idempotent-Replayed")).isEmpty();
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        Program.Answer other = mara.send("POST", "/contacts", "{\"last_name\": \"Maier\"}", "Idempotency-Key", "k1");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.at("/type")).isEqualTo("/api#key-reused");
        assertThat(programs.of("svea")
                        .send("POST", "/contacts", ANNA, "Idempotency-Key", "k1")
                        .status())
                .as("keys are everybody's own")
                .isEqualTo(201);
        assertThat(contacts()).isEqualTo(2);
        clock.advance(Duration.ofHours(25));
        assertThat(mara.send("POST", "/contacts", ANNA, "Idempotency-Key", "k1").header("Idempotent-Replayed"))
                .isEmpty();
        assertThat(contacts()).isEqualTo(3);
        clock.advance(Duration.ofHours(25));
        queue.put("api.answers.forget", "");
        queue.runUntilIdle();
        assertThat(db.fetchCount(DSL.table("api.answer"))).isZero();
    }

    @Test
    void whatWasRefusedIsAskedAnew() {
        Program mara = programs.of("mara");
        assertThat(mara.send("POST", "/contacts", "{\"mail\": \"x\"}", "Idempotency-Key", "k")
                        .status())
                .isEqualTo(422);
        assertThat(mara.send("POST", "/contacts", ANNA, "Idempotency-Key", "k").status())
                .isEqualTo(201);
        assertThat(mara.send("POST", "/contacts", ANNA, "Idempotency-Key", " ").status())
                .isEqualTo(400);
    }

    @Test
    void tenAtOnceMakeOneRecord() {
        Program mara = programs.of("mara");
        List<CompletableFuture<Program.Answer>> all = IntStream.range(0, 10)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> mara.send("POST", "/contacts", ANNA, "Idempotency-Key", "race")))
                .toList();
        List<Integer> statuses = all.stream().map(one -> one.join().status()).toList();
        assertThat(statuses).contains(201).allMatch(status -> status == 201 || status == 409);
        assertThat(contacts()).isEqualTo(1);
    }

    /** The record is written, its answer waits; then the connection dies as it would with the process. */
    @Test
    void aKillBetweenEffectAndAnswerLeavesNeither() throws SQLException {
        Program mara = programs.of("mara");
        CompletableFuture<Program.Answer> killed;
        try (Connection blocker = owner.connect();
                Statement statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("lock table api.answer in exclusive mode");
            killed = CompletableFuture.supplyAsync(
                    () -> mara.send("POST", "/contacts", ANNA, "Idempotency-Key", "killed"));
            while (!waiting(statement)) Thread.onSpinWait();
            assertThat(mara.send("POST", "/contacts", ANNA, "Idempotency-Key", "killed")
                            .at("/type"))
                    .isEqualTo("/api#key-in-use");
            statement.execute("select pg_terminate_backend(pid) from pg_locks where not granted"
                    + " and relation = 'api.answer'::regclass");
            assertThat(killed.join().status()).isEqualTo(500);
            blocker.rollback();
        }
        assertThat(contacts()).isZero();
        assertThat(mara.send("POST", "/contacts", ANNA, "Idempotency-Key", "killed")
                        .status())
                .isEqualTo(201);
        assertThat(mara.send("POST", "/contacts", ANNA, "Idempotency-Key", "killed")
                        .header("Idempotent-Replayed"))
                .isEqualTo("true");
        assertThat(contacts()).isEqualTo(1);
    }

    private static boolean waiting(Statement statement) throws SQLException {
        try (var found = statement.executeQuery(
                "select 1 from pg_locks where not granted and relation = 'api.answer'::regclass")) {
            return found.next();
        }
    }

    private int contacts() {
        return db.fetchCount(DSL.table("contacts.contact"));
    }
}
