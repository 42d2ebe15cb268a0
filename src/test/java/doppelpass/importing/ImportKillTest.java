package doppelpass.importing;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.database.Database;
import doppelpass.database.Home;
import doppelpass.testing.Product;
import doppelpass.testing.Ready;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A process of its own imports 100,000 contacts and is killed without warning again and again, and so is its database.
 * Whatever was acknowledged must be there afterwards, nothing twice, nothing half, and the import must come to its end.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportKillTest {
    private static final int ROWS = 100_000;
    private static final int KILLS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Random random = new Random(20261123);
    private Path home = Path.of("");
    private Path file = Path.of("");
    private Database database;
    private @Nullable Connection watching;

    @BeforeAll
    void prepare() throws Exception {
        home = Files.createTempDirectory("doppelpass-kill");
        Ready.lend(home);
        file = Files.writeString(home.resolve("contacts.csv"), contacts());
        Path password = Files.writeString(home.resolve("password"), "doppelpass-test");
        database = Database.open(new Home(home), Map.of());
        Process setup = start(
                "setup", "--organisation", "Kern", "--admin", "ada@kern.test", "--password-file", password.toString());
        assertThat(setup.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) && setup.exitValue() == 0)
                .as(log())
                .isTrue();
    }

    @BeforeEach
    void nothingImported() throws Exception {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("truncate contacts.contact, importing.import cascade");
        }
    }

    @AfterAll
    void cleanUp() throws IOException, SQLException {
        if (watching != null) {
            watching.close();
        }
        database.close();
        Ready.delete(home);
    }

    @Test
    void aProcessKilledTenTimesLosesNothingAcknowledgedAndTheImportEnds() throws Exception {
        Process process = begin();
        for (int kill = 1; kill <= KILLS; kill++) {
            long acknowledged = awaitProgress(process, done() + 1);
            Thread.sleep(random.nextInt(120));
            process.destroyForcibly().waitFor();
            assertNothingLost(acknowledged);
            process = resume();
        }
        finish(process);
    }

    @Test
    void aDatabaseKilledTenTimesLosesNothingAcknowledgedAndTheImportEnds() throws Exception {
        Process process = begin();
        for (int kill = 1; kill <= KILLS; kill++) {
            long acknowledged = awaitProgress(process, done() + 1);
            Thread.sleep(random.nextInt(120));
            killDatabase();
            assertNothingLost(acknowledged);
        }
        finish(process);
    }

    private Process begin() throws IOException {
        return start("import", file.toString(), "--object", "contact", "--source", "kill");
    }

    private Process resume() throws IOException, InterruptedException {
        long id = number("select max(id) from importing.import");
        return start("import", "--resume", Long.toString(id));
    }

    private Process start(String... words) throws IOException {
        return Product.over(home, Product.SMALL, words)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(home.resolve("log").toFile()))
                .start();
    }

    private void finish(Process process) throws Exception {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as(log())
                .isTrue();
        assertThat(process.exitValue()).as(log()).isZero();
        assertThat(number("select count(*) from contacts.contact")).isEqualTo(ROWS);
        assertThat(number("select count(distinct mail) from contacts.contact")).isEqualTo(ROWS);
        assertThat(number("select sum(inserted) from importing.file")).isEqualTo(ROWS);
        assertThat(number("select count(*) from importing.import where state = 'done'"))
                .isEqualTo(1);
        assertThat(number("select count(*) from importing.remark")).isZero();
    }

    /** What the progress row said was done is done, and the rows in the table are exactly those it counts. */
    private void assertNothingLost(long acknowledged) throws InterruptedException {
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            long done = number(connection, "select coalesce(sum(rows_done), 0) from importing.file");
            assertThat(done).isGreaterThanOrEqualTo(acknowledged);
            assertThat(number(connection, "select count(*) from contacts.contact"))
                    .isEqualTo(done);
        } catch (SQLException e) {
            // it went down under the question: ask the one that comes up
            Thread.sleep(100);
            assertNothingLost(acknowledged);
        }
    }

    private long awaitProgress(Process process, long rows) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            long done = done();
            if (done >= rows) {
                return done;
            }
            assertThat(process.isAlive()).as(log()).isTrue();
            Thread.sleep(20);
        }
        throw new AssertionError("No progress within " + PATIENCE + log());
    }

    private long done() throws InterruptedException {
        return number("select coalesce(sum(rows_done), 0) from importing.file");
    }

    /** Over one connection as long as it lives: a new one for each look would cost more than the import. */
    private long number(String sql) throws InterruptedException {
        while (true) {
            if (watching == null) {
                watching = connect();
            }
            try {
                return number(watching, sql);
            } catch (SQLException e) {
                if ("42P01".equals(e.getSQLState())) {
                    return 0;
                }
                watching = null;
            }
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private Connection connect() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return database.address().connect();
            } catch (SQLException e) {
                assertThat(System.nanoTime())
                        .as("the database came up again" + log())
                        .isLessThan(end);
                Thread.sleep(50);
            }
        }
    }

    private void killDatabase() throws IOException {
        try (var files = Files.walk(home.resolve("postgres"), 3)) {
            Path pid =
                    files.filter(f -> f.endsWith("postmaster.pid")).findFirst().orElseThrow();
            ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).getFirst().strip()))
                    .orElseThrow()
                    .destroyForcibly();
        }
    }

    private String log() {
        try {
            return "\n" + Files.readString(home.resolve("log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String contacts() {
        StringBuilder text =
                new StringBuilder("Record ID,First Name,Last Name,Email,Phone Number,Company Name,Create Date\n");
        for (int i = 1; i <= ROWS; i++) {
            text.append(i)
                    .append(",Vera")
                    .append(i % 97)
                    .append(",Muster")
                    .append(i)
                    .append(",vera")
                    .append(i)
                    .append("@kern.test,+49 851 ")
                    .append(i)
                    .append(",Kern ")
                    .append(i % 1000)
                    .append(" GmbH,2024-03-12 09:14\n");
        }
        return text.toString();
    }
}
