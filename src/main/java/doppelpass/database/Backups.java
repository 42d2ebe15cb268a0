package doppelpass.database;

import doppelpass.console.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import javax.sql.DataSource;
import org.jooq.exception.DataAccessException;
import org.springframework.stereotype.Component;

/** Everything in one file, and back: works while people write, for the embedded database and an external one. */
@Component
public class Backups {
    private final DataSource database;
    private final DatabaseAddress owner;
    private final BackupTable table;
    private final Clock clock;

    Backups(DataSource database, DatabaseAddress owner, BackupTable table, Clock clock) {
        this.database = database;
        this.owner = owner;
        this.table = table;
        this.clock = clock;
    }

    /** What an archive holds. */
    public record Contents(Path file, String product, String madeAt, int tables, long rows, long sizeBytes) {}

    /** Writes the archive under a name of its own first: the file appears complete or not at all. */
    public Contents write(Path file) {
        Path target = file.toAbsolutePath().normalize();
        if (Files.exists(target)) {
            throw new Refused(
                    "There is already a file " + target + ". Name another one; backups are never overwritten.");
        }
        Path part = target.resolveSibling(target.getFileName() + ".part");
        Instant now = clock.instant();
        try {
            Contents contents = contents(target, snapshot(part, now.toString()), Files.size(part));
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            table.made(now, target.toString(), contents.rows(), contents.sizeBytes());
            return contents;
        } catch (IOException e) {
            throw new Refused("Cannot write the archive " + target + ": " + e.getMessage()
                    + ". Check that the folder exists, may be written to and has room.");
        } finally {
            remove(part);
        }
    }

    /** Loads the archive into this database, which must be empty; whatever goes wrong leaves it as it was. */
    public Contents restore(Path file) {
        Path source = file.toAbsolutePath().normalize();
        if (!Files.isRegularFile(source)) {
            throw new Refused("There is no file " + source + ".");
        }
        try (ArchiveReader archive = ArchiveReader.open(source);
                Connection connection = owner.connect()) {
            connection.setAutoCommit(false);
            try {
                new Restoration(connection).load(archive);
                connection.commit();
            } finally {
                connection.rollback();
            }
            return contents(source, archive.manifest(), Files.size(source));
        } catch (IOException | SQLException | DataAccessException e) {
            throw new Refused(
                    "The archive " + source + " could not be loaded: " + e.getMessage() + ". Nothing was changed.");
        }
    }

    private Manifest snapshot(Path file, String madeAt) throws IOException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                return new ArchiveWriter(connection).write(file, product(), madeAt);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new Refused("The database could not be read: " + e.getMessage() + ". No archive was written.");
        }
    }

    private static Contents contents(Path file, Manifest manifest, long sizeBytes) {
        return new Contents(
                file, manifest.product(), manifest.madeAt(), manifest.tables().size(), manifest.rows(), sizeBytes);
    }

    private static String product() {
        return Objects.requireNonNullElse(Backups.class.getPackage().getImplementationVersion(), "development");
    }

    private static void remove(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw new Refused("Cannot remove the unfinished file " + part + ": " + e.getMessage());
        }
    }
}
