package doppelpass.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What the doctor asks of the database: settings, checksums, clock, migrations, last backup. */
final class DatabaseHealth {
    private static final Duration CLOCK_DRIFT = Duration.ofSeconds(5);
    private static final Duration OLD_BACKUP = Duration.ofDays(7);

    private final Connection connection;
    private final DSLContext db;
    private final Clock clock;

    DatabaseHealth(Connection connection, Clock clock) {
        this.connection = connection;
        this.db = DSL.using(connection, SQLDialect.POSTGRES);
        this.clock = clock;
    }

    List<Finding> findings() throws SQLException {
        List<Finding> findings = new ArrayList<>();
        findings.add(settings());
        findings.add(checksums(one("select coalesce(sum(checksum_failures), 0) from pg_stat_database", Long.class)));
        findings.add(clock(one("select clock_timestamp()", Instant.class), clock.instant()));
        findings.add(migrations());
        findings.add(lastBackup());
        appendOnly().ifPresent(findings::add);
        return findings;
    }

    private Finding settings() throws SQLException {
        List<String> problems = Durability.problems(connection);
        String version = "PostgreSQL " + one("show server_version", String.class);
        return problems.isEmpty()
                ? Finding.good("settings", version + ", fsync, synchronous_commit, full_page_writes and checksums on")
                : Finding.wrong("settings", version + " could lose data: " + String.join(", ", problems));
    }

    static Finding checksums(long failures) {
        return failures == 0
                ? Finding.good("checksums", "no damaged page was met")
                : Finding.wrong(
                        "checksums",
                        failures + " damaged pages were met; check the disk and restore the last good backup");
    }

    static Finding clock(Instant there, Instant here) {
        Duration apart = Duration.between(there, here).abs();
        return apart.compareTo(CLOCK_DRIFT) > 0
                ? Finding.wrong(
                        "clock",
                        "the clocks of database and program are " + apart.toSeconds()
                                + " s apart; synchronise them with NTP")
                : Finding.good("clock", here.toString());
    }

    private Finding migrations() {
        var info = Flyway.configure()
                .dataSource(new SingleConnectionDataSource(connection, true))
                .locations("classpath:doppelpass")
                .outOfOrder(true)
                .load()
                .info();
        List<String> failed = java.util.Arrays.stream(info.all())
                .filter(m -> m.getState().isFailed() || unknown(m))
                .map(m -> m.getScript() + " is " + m.getState().getDisplayName())
                .toList();
        if (!failed.isEmpty()) {
            return Finding.wrong(
                    "migrations",
                    String.join(", ", failed)
                            + "; this database belongs to a newer version, or restore the last backup");
        }
        int pending = info.pending().length;
        return pending > 0
                ? Finding.watch("migrations", pending + " wait for the next start")
                : Finding.good("migrations", info.applied().length + " applied, none waiting");
    }

    /** Applied once, but this program does not know it: a newer version was here. */
    private static boolean unknown(MigrationInfo migration) {
        return migration.getState().isApplied() && !migration.getState().isResolved();
    }

    /** Tables whose comment says "append-only": whether the database itself keeps the product from altering them. */
    private Optional<Finding> appendOnly() {
        List<String> open = new ArrayList<>();
        List<String> closed = new ArrayList<>();
        db.fetch("""
                select oid::regclass::text, pg_has_role(relowner, 'member') or has_table_privilege(oid, 'update, delete, truncate')
                from pg_class where relkind = 'r' and obj_description(oid, 'pg_class') like '%append-only%' order by 1""").forEach(r -> (r.get(1, Boolean.class) ? open : closed).add(r.get(0, String.class)));
        if (open.isEmpty() && closed.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                open.isEmpty()
                        ? Finding.good("audit", "the database lets nobody but its superuser alter " + said(closed))
                        : Finding.watch(
                                "audit",
                                said(open)
                                        + " belong to the role the product works as: a trigger refuses changes, but the"
                                        + " role could drop it. Keep the chain's head elsewhere: ./doppelpass audit verify"));
    }

    private static String said(List<String> tables) {
        return String.join(", ", tables);
    }

    private Finding lastBackup() {
        if (one("select to_regclass('database.backup') is null", Boolean.class)) {
            return Finding.watch("backup", "nothing to back up yet");
        }
        var last = db.fetchOptional("select made_at, file from database.backup order by made_at desc, id desc limit 1");
        return last.map(r -> backup(r.get(0, Instant.class), r.get(1, String.class), clock.instant()))
                .orElseGet(() -> Finding.watch("backup", "none was made yet; run ./doppelpass backup FILE"));
    }

    static Finding backup(Instant made, String file, Instant now) {
        String text = "the last one was made " + made + " as " + file;
        return Duration.between(made, now).compareTo(OLD_BACKUP) > 0
                ? Finding.watch("backup", text + ", more than 7 days ago")
                : Finding.good("backup", text);
    }

    private <T> T one(String sql, Class<T> type) {
        return java.util.Objects.requireNonNull(db.fetchSingle(sql).get(0, type));
    }
}
