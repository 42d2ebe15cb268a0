package doppelpass.database;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.console.Arguments;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class DoctorTest {
    private static final Instant NOW = SomeDatabase.CLOCK.instant();

    @Test
    void lookingDoesNotFoundAnInstallation(@TempDir Path folder) {
        Path none = folder.resolve("none");
        assertThat(examine(none, Map.of()).healthy).isTrue();
        assertThat(none).doesNotExist();
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsWrongAndNoSecretIsPrinted(@TempDir Path folder) {
        Told told = examine(folder, Map.of("DOPPELPASS_DATABASE_URL", "postgresql://u:secret@127.0.0.1:1/db"));
        assertThat(told.healthy).isFalse();
        assertThat(told.text).contains("wrong").contains("127.0.0.1:1").doesNotContain("secret");
    }

    @Test
    void programsReadTheAnswerAsJson(@TempDir Path folder) {
        Told told = examine(folder, Map.of(), "--json");
        var json = JsonMapper.builder().build().readTree(told.text);
        assertThat(json.get("healthy").asBoolean()).isTrue();
        assertThat(json.get("findings").get(0).get("subject").asString()).isEqualTo("java");
        assertThat(told.text).contains("\"subject\":\"disk\"", "GB free");
    }

    @Test
    void aSoundInstallationIsGoodInEveryRespectButItsClock() throws IOException {
        try (SomeDatabase database = SomeDatabase.migrated();
                var connection = database.pool().getConnection()) {
            database.backups().write(database.folder("one.zip"));
            List<Finding> findings = new DatabaseHealth(connection, SomeDatabase.CLOCK).findings();
            assertThat(findings)
                    .extracting(Finding::subject)
                    .containsExactly("settings", "checksums", "clock", "migrations", "backup", "audit");
            assertThat(findings.getFirst().text()).contains("fsync", "synchronous_commit", "checksums on");
            assertThat(findings.getLast().text()).contains("nobody but its superuser", "audit.entry");
            assertThat(findings.get(4).text())
                    .contains(SomeDatabase.CLOCK.instant().toString(), "one.zip");
            assertThat(findings)
                    .filteredOn(f -> f.state() != Finding.State.GOOD)
                    .extracting(Finding::subject)
                    .as("the test's clock stands still in June")
                    .containsExactly("clock");
            database.asOwner("update public.flyway_schema_history set success = false where version = '202611230900'");
            assertThat(new DatabaseHealth(connection, SomeDatabase.CLOCK).findings())
                    .anyMatch(f -> f.subject().equals("migrations") && f.state() == Finding.State.WRONG);
        } catch (java.sql.SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void limitsAreJudgedAtTheirEdges() {
        assertThat(Machine.disk(Machine.SCARCE_DISK - 1).state()).isEqualTo(Finding.State.WRONG);
        assertThat(Machine.disk(Machine.SCARCE_DISK).state()).isEqualTo(Finding.State.WATCH);
        assertThat(Machine.disk(Machine.TIGHT_DISK).state()).isEqualTo(Finding.State.GOOD);
        assertThat(DatabaseHealth.checksums(1).state()).isEqualTo(Finding.State.WRONG);
        assertThat(DatabaseHealth.clock(NOW, NOW.plusSeconds(6)).state()).isEqualTo(Finding.State.WRONG);
        assertThat(DatabaseHealth.clock(NOW, NOW.minusSeconds(5)).state()).isEqualTo(Finding.State.GOOD);
        Instant made = NOW.minus(Duration.ofDays(7));
        assertThat(DatabaseHealth.backup(made, "f", NOW).state()).isEqualTo(Finding.State.GOOD);
        assertThat(DatabaseHealth.backup(made.minusSeconds(1), "f", NOW).state())
                .isEqualTo(Finding.State.WATCH);
    }

    @Test
    void aFolderEverybodyMayWriteToIsWrong(@TempDir Path folder) throws IOException {
        assertThat(Machine.folder(folder).state()).isEqualTo(Finding.State.GOOD);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(Machine.folder(folder).state()).isEqualTo(Finding.State.WRONG);
    }

    private record Told(boolean healthy, String text) {}

    private static Told examine(Path home, Map<String, String> environment, String... options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean healthy = new Doctor(new Home(home), environment, SomeDatabase.CLOCK)
                .examine(Arguments.parse(List.of(options)), new PrintStream(out, true, StandardCharsets.UTF_8));
        return new Told(healthy, out.toString(StandardCharsets.UTF_8));
    }
}
