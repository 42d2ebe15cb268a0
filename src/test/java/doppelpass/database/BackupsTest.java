package doppelpass.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import doppelpass.console.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The drill: everything written comes back, everything doubtful is refused and changes nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackupsTest {
    /** Values and names that break careless copies; circular keys; a table that the alphabet loads too early. */
    private static final String NASTY_TABLES = """
            create schema drill;
            create table drill."Ödd ""name"" / 1" (id bigint generated always as identity primary key, "weird col" text);
            create table drill.a_needs_z (id int primary key, z int not null);
            create table drill.z (id int primary key, a int, parent int references drill.z, t text, b bytea, j jsonb,
              n numeric, at timestamptz, d date, s text[], k text generated always as (upper(t)) stored, f float8);
            alter table drill.a_needs_z add constraint to_z foreign key (z) references drill.z;
            alter table drill.z add constraint back foreign key (a) references drill.a_needs_z;
            """;

    /** What the audit notes of them: an organisation, a team, 500 people; a meeting, its series, item and outcome. */
    private static final long CHANGES = 508;

    private SomeDatabase source;
    /** Stays empty: only what is refused is tried on it. */
    private SomeDatabase untouched;

    @TempDir
    private Path files;

    @BeforeAll
    void fill() throws IOException {
        source = SomeDatabase.migrated();
        untouched = empty();
        DSLContext db = source.db();
        db.execute(NASTY_TABLES);
        db.transaction(t -> {
            t.dsl().execute("""
                    insert into drill.z (id, t, b, j, n, at, d, s, f) values
                    (1, E'tab\\there\\nline\\r\\\\N \\\\. "quote" \\b', '\\x00ff0a5c', '{"ä": [null, "\\u00e9"]}', 12345678901234567890.000001,
                      'infinity', '0044-03-15 BC', array['a,b', null, '{"x"}'], 'NaN'),
                    (2, 'Grüße 漢字 🎉 \u200b ﷽', '', 'null', 'NaN', '-infinity', 'infinity', '{}', '-0'),
                    (3, '', null, null, null, null, null, null, null)""");
            t.dsl().execute("update drill.z set parent = 3 where id = 1");
            t.dsl().execute("insert into drill.a_needs_z values (1, 1), (2, 2)");
            t.dsl().execute("update drill.z set a = 2");
            t.dsl().execute("insert into drill.z (id, t) values (4, ?)", "ß".repeat(3_000_000));
            t.dsl().execute("insert into drill.z (id, t) select i, md5(i::text) from generate_series(5, 20000) i");
            t.dsl().execute("insert into drill.\"Ödd \"\"name\"\" / 1\" (\"weird col\") values ('one'), ('two')");
            t.dsl().execute("""
                    insert into identity.organisation (id, name, language, zone, currency, country, business_week)
                    values (1, 'Kern', 'de', 'Europe/Berlin', 'EUR', 'DE', 'Mo-Fr 09:00-17:00')""");
            t.dsl().execute("insert into identity.team (name, function) values ('Süd', 'sales')");
            t.dsl().execute("""
                    insert into identity.person (mail, name, language, function, team_id)
                    select 'p' || i || '@kern.test', 'Jörg ' || i, 'de', 'sales', 1 from generate_series(1, 500) i""");
            t.dsl().execute("""
                    insert into meetings.series (uid, name, rule, start_at, minutes, host_id, first_moderator, created_at)
                    values ('u', 'Jour fixe', 'FREQ=WEEKLY', now(), 60, 1, 'sales', now());
                    insert into meetings.meeting (series_id, original_at, starts_at, minutes, moderator)
                    values (1, now(), now(), 60, 'sales');
                    insert into meetings.item (meeting_id, position, code, subject, title, remark, minutes)
                    values (1, 1, 'c', 's', '{}', '{}', 5);
                    insert into meetings.outcome (meeting_id, item_id, kind, text, recorded_at) values (1, 1, 'info', 'so it is', now());
                    update meetings.meeting set state = 'confirmed'""");
            t.dsl().execute("""
                    insert into files.content (sha256, size_bytes, type, state, stored_at)
                    values (sha256('\\x00ff5c0a'), 4, 'image/png', 'clean', now())""");
            t.dsl().execute("insert into files.chunk values (1, 0, '\\x00ff'), (1, 1, '\\x5c0a')");
            t.dsl().execute("""
                    insert into files.file (kind, record_id, content_id, name, added_at)
                    values ('deal', 1, 1, 'Grüße.png', now())""");
            t.dsl().execute("""
                    insert into identity.one_time_link (token_hash, purpose, expires_at)
                    values ('secret', 'setup', now())""");
        });
    }

    @AfterAll
    void end() throws IOException {
        source.close();
        untouched.close();
    }

    @Test
    void everythingComesBackEqualIntoAnEmptyDatabase() throws IOException {
        Path archive = backup("whole.zip");
        try (SomeDatabase target = empty()) {
            Backups.Contents restored = target.backups().restore(archive);
            assertThat(target.fingerprints()).isEqualTo(source.fingerprints());
            assertThat(restored.rows()).isEqualTo(20_000 + 2 + 2 + 1 + 1 + 500 + 4 + 4 + CHANGES);
            assertThat(target.db()
                            .fetch("select bytes from files.chunk order by place")
                            .getValues(0, byte[].class))
                    .as("a file comes back byte for byte")
                    .containsExactly(new byte[] {0, -1}, new byte[] {0x5c, 0x0a});
            assertThat(target.db().fetchCount(org.jooq.impl.DSL.table("identity.one_time_link")))
                    .as("links issued before stay behind")
                    .isZero();
            assertThat(keys(target)).isEqualTo(keys(source));
            assertThat(target.db().fetchSingle("select audit.seal(100000)").get(0, Long.class))
                    .as("the audit came along and its chain goes on")
                    .isEqualTo(CHANGES);
            assertThat(target.db()
                            .fetchSingle("select broken from audit.examine(0, 10)")
                            .get(0))
                    .isNull();
        }
    }

    @Test
    void newRecordsGetNumbersNobodyHas() throws IOException {
        Path archive = backup("numbers.zip");
        try (SomeDatabase target = empty()) {
            target.backups().restore(archive);
            assertThat(target.db()
                            .fetchSingle(
                                    "insert into identity.team (name, function) values ('Nord', 'sales') returning id")
                            .get(0, Long.class))
                    .isEqualTo(2);
            assertThat(target.db()
                            .fetchSingle(
                                    "select count(*) from audit.entry where tab = 'identity.team' and record_id = 2")
                            .get(0, Long.class))
                    .as("changes are noted again")
                    .isEqualTo(1);
            assertThat(target.db()
                            .fetchSingle(
                                    "select count(*) from audit.entry where tab = 'identity.team' and record_id = 2")
                            .get(0, Long.class))
                    .as("changes are noted again")
                    .isEqualTo(1);
            assertThat(target.db()
                            .fetchSingle(
                                    "insert into drill.\"Ödd \"\"name\"\" / 1\" (\"weird col\") values ('x') returning id")
                            .get(0, Long.class))
                    .isEqualTo(3);
        }
    }

    @Test
    void aBackupWhilePeopleWriteShowsOneMoment() throws Exception {
        DSLContext db = source.db();
        db.execute("create table drill.left_side (id bigint generated always as identity, n bigint)");
        db.execute("create table drill.right_side (id bigint generated always as identity, n bigint)");
        AtomicBoolean go = new AtomicBoolean(true);
        AtomicLong written = new AtomicLong();
        Thread writer = Thread.ofVirtual().start(() -> {
            while (go.get()) {
                long n = written.incrementAndGet();
                db.transaction(t -> {
                    t.dsl().execute("insert into drill.left_side (n) values (?)", n);
                    t.dsl().execute("insert into drill.right_side (n) values (?)", n);
                });
            }
        });
        try {
            while (written.get() < 50) {
                Thread.onSpinWait();
            }
            long before = written.get();
            Path archive = backup("moment.zip");
            assertThat(written.get()).as("writing went on meanwhile").isGreaterThan(before);
            go.set(false);
            writer.join();
            try (SomeDatabase target = empty();
                    ArchiveReader reader = ArchiveReader.open(archive)) {
                target.db().execute("create table drill.left_side (id bigint generated always as identity, n bigint)");
                target.db().execute("create table drill.right_side (id bigint generated always as identity, n bigint)");
                target.backups().restore(archive);
                Map<String, String> found = target.fingerprints();
                assertThat(found.get("drill.left_side")).isEqualTo(found.get("drill.right_side"));
                assertThat(rows(reader, "drill.left_side")).isBetween(before - 1, written.get());
            }
        } finally {
            go.set(false);
            writer.join();
            db.execute("drop table drill.left_side, drill.right_side");
        }
    }

    @Test
    void anAlteredByteAnywhereIsRefusedAndNothingChanges() throws IOException {
        Path archive = backup("altered.zip");
        byte[] right = Files.readAllBytes(archive);
        Random random = new Random(7);
        Map<String, String> before = untouched.fingerprints();
        List<Integer> places = new java.util.ArrayList<>(List.of(0, 10, right.length - 1, right.length - 70));
        random.ints(12, 0, right.length).forEach(places::add);
        for (int place : places) {
            byte[] wrong = right.clone();
            wrong[place] ^= (byte) (1 << random.nextInt(8));
            Files.write(archive, wrong);
            assertThatThrownBy(() -> untouched.backups().restore(archive))
                    .as("byte %d", place)
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("Nothing was changed");
        }
        assertThat(untouched.fingerprints()).isEqualTo(before);
    }

    @Test
    void aTruncatedArchiveIsRefused() throws IOException {
        Path archive = backup("cut.zip");
        byte[] right = Files.readAllBytes(archive);
        for (int length : new int[] {0, 1, 63, 64, 65, right.length / 2, right.length - 1}) {
            Files.write(archive, java.util.Arrays.copyOf(right, length));
            assertThatThrownBy(() -> untouched.backups().restore(archive))
                    .as("%d bytes", length)
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("Nothing was changed");
        }
    }

    @Test
    void aMissingTableIsRefusedEvenUnderAProperSeal() throws IOException {
        Path archive = forged("missing.zip", backup("complete.zip"), Map.of("tables/identity.person.copy", ""));
        assertThatThrownBy(() -> untouched.backups().restore(archive))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("identity.person");
    }

    @Test
    void anotherSchemaIsRefusedAndNamesTheVersion() throws IOException {
        Path archive = backup("other.zip");
        try (SomeDatabase target = empty()) {
            target.asOwner("delete from public.flyway_schema_history where version = '202611230900'");
            assertThatThrownBy(() -> target.backups().restore(archive))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("version")
                    .hasMessageContaining("development");
        }
    }

    @Test
    void aDatabaseInUseIsLeftAlone() throws IOException {
        Path archive = backup("used.zip");
        try (SomeDatabase target = empty()) {
            target.db().execute("insert into identity.team (name, function) values ('Ours', 'sales')");
            Map<String, String> before = target.fingerprints();
            assertThatThrownBy(() -> target.backups().restore(archive))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("not empty")
                    .hasMessageContaining("identity.team");
            assertThat(target.fingerprints()).isEqualTo(before);
        }
    }

    @Test
    void whatANewInstallationWritesByItselfDoesNotCountAsUse() throws IOException {
        Path archive = backup("fresh.zip");
        try (SomeDatabase target = empty()) {
            target.db().execute("insert into work.recurring values ('sweep', now())");
            target.db().execute("""
                    insert into identity.one_time_link (token_hash, purpose, expires_at) values ('x', 'setup', now())""");
            target.backups().restore(archive);
            assertThat(target.fingerprints()).isEqualTo(source.fingerprints());
        }
    }

    @Test
    void rowsThatBreakAKeyUndoTheWholeRestore() throws IOException {
        Path archive = backup("orphan.zip");
        try (SomeDatabase target = empty()) {
            // stands for a damaged source: the archive lacks what this stricter key demands
            target.db()
                    .execute("alter table drill.z add constraint strict foreign key (id) references identity.person");
            Map<String, String> before = target.fingerprints();
            assertThatThrownBy(() -> target.backups().restore(archive))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("Nothing was changed");
            assertThat(target.fingerprints()).isEqualTo(before);
            assertThat(keys(target)).contains("strict");
        }
    }

    @Test
    void aBackupNeverOverwritesAFileAndLeavesNoHalfOne() throws IOException {
        Path there = Files.writeString(files.resolve("there.zip"), "precious");
        assertThatThrownBy(() -> source.backups().write(there))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("already a file");
        assertThat(there).hasContent("precious");
        assertThatThrownBy(() -> source.backups().write(files.resolve("no/such/folder.zip")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("folder exists");
        assertThat(files.resolve("there.zip.part")).doesNotExist();
    }

    private Path backup(String name) {
        Path file = files.resolve(name);
        source.backups().write(file);
        return file;
    }

    private static SomeDatabase empty() throws IOException {
        SomeDatabase target = SomeDatabase.migrated();
        target.db().execute(NASTY_TABLES);
        return target;
    }

    private static long rows(ArchiveReader reader, String table) {
        return reader.manifest().tables().stream()
                .filter(t -> t.name().equals(table))
                .findFirst()
                .orElseThrow()
                .rows();
    }

    private static List<String> keys(SomeDatabase database) {
        return new Catalogue(database.db())
                .foreignKeys().stream().map(Catalogue.ForeignKey::name).toList();
    }

    /** The archive with these entries replaced (empty: left out) and a seal that fits again. */
    private Path forged(String name, Path archive, Map<String, String> changed) throws IOException {
        Path forged = files.resolve(name);
        try (ZipFile from = new ZipFile(archive.toFile());
                OutputStream file = Files.newOutputStream(forged);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.setComment(Seal.PLACEHOLDER);
            for (ZipEntry entry : java.util.Collections.list(from.entries())) {
                String text = changed.get(entry.getName());
                if (text == null || !text.isEmpty()) {
                    zip.putNextEntry(new ZipEntry(entry.getName()));
                    try (InputStream content = from.getInputStream(entry)) {
                        zip.write(text == null ? content.readAllBytes() : text.getBytes(StandardCharsets.UTF_8));
                    }
                }
            }
        }
        Seal.set(forged);
        return forged;
    }
}
