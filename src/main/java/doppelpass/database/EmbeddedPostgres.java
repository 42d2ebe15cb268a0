package doppelpass.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL in the home folder: started when nobody runs it, attached to when an earlier process left it running.
 * Every process that uses it holds a shared file lock; the last one to close stops it.
 */
final class EmbeddedPostgres implements Database {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private final PostgresFiles files;
    private final DatabaseAddress owner;
    private final DatabaseAddress address;
    private final FileChannel users;
    private FileLock use;
    private volatile boolean closing;

    private EmbeddedPostgres(PostgresFiles files, FileChannel users, FileLock use) {
        this.files = files;
        this.users = users;
        this.use = use;
        String url = "jdbc:postgresql://127.0.0.1:" + files.port() + "/doppelpass";
        this.owner = new DatabaseAddress(url, "doppelpass", files.password());
        this.address = new DatabaseAddress(url, WorkingRole.NAME, files.password());
    }

    static EmbeddedPostgres open(Home home) {
        Path folder = home.in("postgres");
        try (FileChannel starting = lockFile(folder.resolve("start.lock"));
                FileLock ignored = starting.lock()) {
            FileChannel users = lockFile(folder.resolve("users.lock"));
            FileLock use = users.lock(0, Long.MAX_VALUE, true);
            PostgresFiles files = new PostgresFiles(folder);
            files.prepare();
            PostgresProcess.startUnlessRunning(files);
            EmbeddedPostgres postgres = new EmbeddedPostgres(files, users, use);
            postgres.awaitAnswer(Duration.ofSeconds(60));
            WorkingRole.prepare(postgres.owner, files.password());
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open the database in " + folder + ": " + e.getMessage(), e);
        }
    }

    @Override
    public DatabaseAddress address() {
        return address;
    }

    @Override
    public DatabaseAddress owner() {
        return owner;
    }

    @Override
    public void keepAlive() {
        Thread.ofPlatform().daemon().name("postgres-watch").start(() -> {
            while (!closing) {
                try {
                    restart();
                    Thread.sleep(300);
                } catch (InterruptedException e) {
                    return;
                } catch (RuntimeException e) {
                    LOG.error("PostgreSQL does not start again, trying on: {}", e.getMessage());
                    pause();
                }
            }
        });
    }

    private void restart() {
        if (closing || PostgresProcess.running(files).isPresent()) {
            return;
        }
        LOG.warn("PostgreSQL has ended unexpectedly; starting it again");
        startUnlessClosing();
        awaitAnswer(Duration.ofSeconds(60));
    }

    /** One at a time with {@link #close}: what the watch has just started is stopped too, and nothing is started after. */
    private synchronized void startUnlessClosing() {
        if (!closing) {
            PostgresProcess.startUnlessRunning(files);
        }
    }

    private void awaitAnswer(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!closing && !owner.answers()) {
            if (System.nanoTime() > end) {
                throw new DatabaseRefused("The embedded PostgreSQL did not answer within " + patience.toSeconds()
                        + " s. Its log is in " + files.log());
            }
            startUnlessClosing();
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void close() {
        if (closing) {
            return;
        }
        closing = true;
        try (users) {
            use.release();
            FileLock alone = users.tryLock();
            if (alone != null) {
                use = alone;
                PostgresProcess.stop(files);
            }
        } catch (IOException e) {
            LOG.warn("The database was not stopped cleanly; it recovers at the next start", e);
        }
    }

    private static FileChannel lockFile(Path path) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        return FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }
}
