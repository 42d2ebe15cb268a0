package doppelpass.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import doppelpass.testing.Ready;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The embedded PostgreSQL under blows: whatever dies, what was acknowledged is there and nobody has to lend a hand. */
class EmbeddedPostgresTest {
    private Path folder;
    private final List<ProcessHandle> started = new ArrayList<>();

    @BeforeEach
    void newFolder() throws IOException {
        folder = SomeDatabase.folder();
    }

    /** Nothing may be left running, whatever the test did. */
    @AfterEach
    void nothingIsLeft() throws Exception {
        for (ProcessHandle process : started) {
            process.destroyForcibly();
            process.onExit().get(20, TimeUnit.SECONDS);
        }
        Database.reach(new Home(folder), Map.of()).close();
        assertThat(found()).as("a postmaster that nobody uses").isEmpty();
        Ready.delete(folder);
    }

    @Test
    void aKilledPostmasterIsStartedAgainAndThePoolRecovers() throws Exception {
        try (SomeDatabase database = SomeDatabase.at(folder)) {
            database.database().keepAlive();
            DSLContext db = database.db();
            db.execute("create schema ledger; create table ledger.entry (n int)");
            for (int round = 1; round <= 3; round++) {
                db.execute("insert into ledger.entry values (" + round + ")");
                awaitAnotherThan(kill(postmaster()));
                assertThat(countWhenBack(db))
                        .as("acknowledged rows after round %d", round)
                        .isEqualTo(round);
            }
        }
    }

    @Test
    void whatAKilledProgramLeftRunningIsUsedAgainAndNothingAcknowledgedIsLost() throws Exception {
        Process program = program();
        int acknowledged = 0;
        try (var lines = program.inputReader()) {
            while (acknowledged < 200) {
                acknowledged = Integer.parseInt(lines.readLine());
            }
            // the handle leaves the stream open: what was said before the end can still be read
            program.toHandle().destroyForcibly();
            for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
                acknowledged = Integer.parseInt(line);
            }
        }
        program.waitFor();
        ProcessHandle left = postmaster();
        try (Database database = Database.open(new Home(folder), Map.of())) {
            assertThat(postmaster()).isEqualTo(left);
            assertThat(rows(database)).isBetween(acknowledged, acknowledged + 1);
        }
        assertThat(found()).as("the last one stops it").isEmpty();
    }

    @Test
    void programAndPostmasterKilledTogetherComeBack() throws Exception {
        Process program = program();
        program.inputReader().readLine();
        ProcessHandle left = postmaster();
        program.destroyForcibly().waitFor();
        kill(left);
        try (Database database = Database.open(new Home(folder), Map.of())) {
            assertThat(rows(database)).isPositive();
        }
    }

    @Test
    void twoProgramsShareOnePostmasterAndTheLastOneStopsIt() throws Exception {
        Process other = program();
        other.inputReader().readLine();
        ProcessHandle shared = postmaster();
        try (Database database = Database.open(new Home(folder), Map.of())) {
            assertThat(postmaster()).isEqualTo(shared);
            assertThat(rows(database)).isPositive();
        }
        assertThat(shared.isAlive()).as("the other program still uses it").isTrue();
        other.destroyForcibly().waitFor();
        Database.open(new Home(folder), Map.of()).close();
        assertThat(found()).isEmpty();
    }

    @Test
    void anotherProgramOnThePortMakesItChooseAnother() throws Exception {
        Database.open(new Home(folder), Map.of()).close();
        int port = Integer.parseInt(
                Files.readString(folder.resolve("postgres/port")).strip());
        try (ServerSocket thief = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                Database database = Database.open(new Home(folder), Map.of())) {
            assertThat(thief.isBound()).isTrue();
            assertThat(database.address().url()).doesNotContain(":" + port + "/");
            assertThat(database.address().answers()).isTrue();
        }
    }

    @Test
    void tenRestartsKeepEveryRow() throws Exception {
        for (int round = 1; round <= 10; round++) {
            try (Database database = Database.open(new Home(folder), Map.of())) {
                DSLContext db = DSL.using(
                        database.address().url(),
                        database.address().user(),
                        database.address().password());
                db.execute("create schema if not exists ledger; create table if not exists ledger.entry (n int)");
                db.execute("insert into ledger.entry values (" + round + ")");
                assertThat(rows(database)).isEqualTo(round);
            }
            assertThat(found()).isEmpty();
        }
    }

    @Test
    void aRunningDatabaseThatCouldLoseDataIsRefused() throws Exception {
        Process other = program();
        other.inputReader().readLine();
        PostgresFiles files = new PostgresFiles(folder.resolve("postgres"));
        String place = "127.0.0.1:" + files.port() + "/doppelpass";
        DSLContext db = DSL.using("jdbc:postgresql://" + place, "doppelpass", files.password());
        db.execute("alter system set fsync = off");
        db.execute("select pg_reload_conf()");
        for (int i = 0; i < 200 && !db.fetchSingle("show fsync").get(0).equals("off"); i++) {
            Thread.sleep(20);
        }
        String url = "postgresql://doppelpass:" + files.password() + "@" + place;
        for (Map<String, String> environment :
                List.of(Map.<String, String>of(), Map.of("DOPPELPASS_DATABASE_URL", url))) {
            assertThatThrownBy(() -> Database.open(new Home(folder), environment))
                    .isInstanceOf(DatabaseRefused.class)
                    .hasMessageContaining("fsync is off")
                    .hasMessageNotContaining(files.password());
        }
        var doctor = new Doctor(new Home(folder), Map.of(), SomeDatabase.CLOCK).findings();
        assertThat(doctor).anyMatch(f -> f.subject().equals("settings") && f.state() == Finding.State.WRONG);
    }

    @Test
    void aStartSetsRightWhatSomebodyWroteIntoTheConfiguration() throws Exception {
        Database.open(new Home(folder), Map.of()).close();
        for (String file : List.of("postgresql.conf", "postgresql.auto.conf")) {
            Files.writeString(
                    folder.resolve("postgres/cluster").resolve(file),
                    "\nfsync = off\nlisten_addresses = '*'\n",
                    java.nio.file.StandardOpenOption.APPEND);
        }
        Files.writeString(folder.resolve("postgres/cluster/pg_hba.conf"), "host all all all trust");
        try (Database database = Database.open(new Home(folder), Map.of())) {
            DSLContext db = DSL.using(
                    database.address().url(),
                    database.address().user(),
                    database.address().password());
            assertThat(db.fetchSingle("show fsync").get(0)).isEqualTo("on");
            assertThat(db.fetchSingle("show listen_addresses").get(0)).isEqualTo("127.0.0.1");
            assertThat(new DatabaseAddress(database.address().url(), "doppelpass", "wrong").answers())
                    .isFalse();
        }
    }

    @Test
    void anExternalDatabaseIsNamedByItsAddress() throws Exception {
        try (Database database = Database.open(new Home(folder), Map.of())) {
            String url = database.address()
                    .url()
                    .replace(
                            "jdbc:postgresql://",
                            "postgresql://doppelpass:" + database.address().password() + "@");
            ProcessHandle before = postmaster();
            try (Database external = Database.open(new Home(folder), Map.of("DOPPELPASS_DATABASE_URL", url))) {
                external.keepAlive();
                assertThat(external.address().answers()).isTrue();
                assertThat(external.toString())
                        .doesNotContain(database.address().password());
            }
            assertThat(before.isAlive()).as("closing it is its operator's task").isTrue();
        }
    }

    @Test
    void anAddressThatIsNoneIsRefusedWithoutShowingItsPassword() {
        for (String url :
                List.of("postgresql:/nowhere", "mysql://u:secret@host/db", "postgresql://u:secret@host", "::")) {
            assertThatThrownBy(() -> Database.open(new Home(folder), Map.of("DOPPELPASS_DATABASE_URL", url)))
                    .isInstanceOf(DatabaseRefused.class)
                    .hasMessageContaining("DOPPELPASS_DATABASE_URL")
                    .hasMessageNotContaining("secret");
        }
        assertThatThrownBy(() -> Database.open(
                        new Home(folder), Map.of("DOPPELPASS_DATABASE_URL", "postgresql://u:secret@127.0.0.1:1/db")))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("Cannot connect")
                .hasMessageNotContaining("secret");
    }

    /** A JVM of its own that writes numbers and prints each after it was committed. */
    private Process program() throws IOException {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        LedgerProgram.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        started.add(program.toHandle());
        return program;
    }

    private ProcessHandle postmaster() {
        return found().orElseThrow(() -> new AssertionError("no postmaster runs"));
    }

    private Optional<ProcessHandle> found() {
        return PostgresProcess.running(new PostgresFiles(folder.resolve("postgres")));
    }

    /** Until then a backend of the killed postmaster may still answer. */
    private void awaitAnotherThan(long killed) throws InterruptedException {
        for (int i = 0; i < 3000 && found().filter(p -> p.pid() != killed).isEmpty(); i++) {
            Thread.sleep(10);
        }
        assertThat(postmaster().pid()).isNotEqualTo(killed);
    }

    private long kill(ProcessHandle process) throws InterruptedException {
        process.destroyForcibly();
        for (int i = 0; i < 500 && found().filter(process::equals).isPresent(); i++) {
            Thread.sleep(10);
        }
        return process.pid();
    }

    private static int rows(Database database) {
        return DSL.using(
                        database.address().url(),
                        database.address().user(),
                        database.address().password())
                .fetchCount(DSL.table("ledger.entry"));
    }

    private static int countWhenBack(DSLContext db) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (true) {
            try {
                return db.fetchCount(DSL.table("ledger.entry"));
            } catch (DataAccessException e) {
                if (System.nanoTime() > end) throw e;
                Thread.sleep(50);
            }
        }
    }
}
