package doppelpass.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import doppelpass.database.Database;
import doppelpass.database.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL that has all tables of the product and nothing in them. Unpacking, creating and migrating one takes longer
 * than most tests: it is made once a build, and homes are given copies.
 */
public final class Ready {
    private static final String POSTGRES = "postgres";
    private static final String CLUSTER = "cluster";
    private static final String PASSWORD = "password";

    private static @Nullable Path postgres;

    private Ready() {}

    /** A home over which the product starts as on its first day, but sooner. */
    public static void lend(Path home) {
        try {
            Path from = postgres();
            Path to = home.resolve(POSTGRES);
            lendPrograms(home);
            copy(from.resolve(CLUSTER), to.resolve(CLUSTER));
            Files.copy(from.resolve(PASSWORD), to.resolve(PASSWORD), StandardCopyOption.COPY_ATTRIBUTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The programs alone: the cluster is still to be created. */
    public static void lendPrograms(Path home) throws IOException {
        Path to = Files.createDirectories(home.resolve(POSTGRES));
        try (Stream<Path> entries = Files.list(postgres())) {
            for (Path programs : entries.filter(
                            entry -> entry.getFileName().toString().startsWith("postgresql-"))
                    .toList()) {
                Files.createSymbolicLink(to.resolve(programs.getFileName()), programs);
            }
        }
    }

    private static synchronized Path postgres() throws IOException {
        Path known = postgres;
        return known != null
                ? known
                : (postgres = OnceABuild.made("ready", ".sql", "", Ready::make).resolve(POSTGRES));
    }

    private static void make(Path home) {
        try (Database database = Database.open(new Home(home), Map.of())) {
            // as the product does at its start, and as quietly
            if (LoggerFactory.getLogger("org.flywaydb") instanceof Logger told) told.setLevel(Level.ERROR);
            Flyway.configure()
                    .dataSource(
                            database.owner().url(),
                            database.owner().user(),
                            database.owner().password())
                    .locations("classpath:doppelpass")
                    .outOfOrder(true)
                    .load()
                    .migrate();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes about) throws IOException {
                return copy(folder);
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes about) throws IOException {
                return copy(file);
            }

            private FileVisitResult copy(Path path) throws IOException {
                Files.copy(path, to.resolve(from.relativize(path)), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** A folder with all in it; links are removed, what they lead to stays. */
    public static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }
}
