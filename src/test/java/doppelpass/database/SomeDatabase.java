package doppelpass.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import doppelpass.testing.Ready;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** An embedded database of its own in a folder of its own, with a pool as the application has one. */
final class SomeDatabase implements AutoCloseable {
    private static final String FOLDER = "doppelpass-drill";

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-02T08:00:00Z"), ZoneOffset.UTC);

    private final Path folder;
    private final Database database;
    private final HikariDataSource pool;

    private SomeDatabase(Path folder, Database database) {
        this.folder = folder;
        this.database = database;
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.address().url());
        config.setUsername(database.address().user());
        config.setPassword(database.address().password());
        config.setMaximumPoolSize(6);
        config.setConnectionTimeout(15_000);
        this.pool = new HikariDataSource(config);
    }

    static SomeDatabase at(Path folder) {
        return new SomeDatabase(folder, Database.open(new Home(folder), Map.of()));
    }

    /** Empty, with all tables of the product. */
    static SomeDatabase migrated() throws IOException {
        Path folder = Files.createTempDirectory(FOLDER);
        Ready.lend(folder);
        return at(folder);
    }

    /** A new home folder with the binaries of the run's own database. */
    static Path folder() throws IOException {
        Path folder = Files.createTempDirectory(FOLDER);
        Ready.lendPrograms(folder);
        return folder;
    }

    Path folder(String name) {
        return folder.resolve(name);
    }

    Database database() {
        return database;
    }

    HikariDataSource pool() {
        return pool;
    }

    DSLContext db() {
        return DSL.using(pool, SQLDialect.POSTGRES);
    }

    /** For what the working role may not do. */
    void asOwner(String sql) {
        try (var connection = database.owner().connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Backups backups() {
        return new Backups(pool, database.owner(), new BackupTable(db()), CLOCK);
    }

    /** Table → number of rows and a checksum over their text in order. */
    Map<String, String> fingerprints() {
        Map<String, String> found = new TreeMap<>();
        for (Catalogue.Table table : new Catalogue(db()).tables()) {
            found.put(
                    table.name(),
                    db().fetchSingle(
                                    "select count(*) || ' ' || md5(coalesce(string_agg(x::text, E'\\n' order by x::text"
                                            + " collate \"C\"), '')) from " + table.name() + " x")
                            .get(0, String.class));
        }
        return found;
    }

    @Override
    public void close() throws IOException {
        pool.close();
        database.close();
        Ready.delete(folder);
    }
}
