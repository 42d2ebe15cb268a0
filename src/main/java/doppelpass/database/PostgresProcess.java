package doppelpass.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts, finds and stops the postmaster; the file {@code postmaster.pid} is the only memory of it. */
final class PostgresProcess {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresProcess.class);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private PostgresProcess() {}

    /** The postmaster of this data folder, if it lives. */
    static Optional<ProcessHandle> running(PostgresFiles files) {
        try {
            Path pidFile = files.data().resolve("postmaster.pid");
            if (!Files.exists(pidFile)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(pidFile);
            return lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.getFirst().trim()))
                            .filter(ProcessHandle::isAlive)
                            .filter(process -> isPostmaster(process, files.data()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * A number in a file proves little: the process may be dead and not yet collected by its parent, or the number may
     * belong to somebody else since the machine was restarted. A postmaster works in its data folder.
     */
    private static boolean isPostmaster(ProcessHandle process, Path data) {
        Path entry = Path.of("/proc", Long.toString(process.pid()));
        try {
            return !Files.exists(entry)
                    || !zombie(entry) && entry.resolve("cwd").toRealPath().equals(data.toRealPath());
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            return process.info().command().map(c -> c.contains("postgres")).orElse(true);
        }
    }

    private static boolean zombie(Path entry) throws IOException {
        String stat = Files.readString(entry.resolve("stat"), StandardCharsets.ISO_8859_1);
        return stat.charAt(stat.lastIndexOf(')') + 2) == 'Z';
    }

    static void startUnlessRunning(PostgresFiles files) {
        if (running(files).isPresent()) {
            return;
        }
        List<String> command = new ArrayList<>(detached());
        command.addAll(files.asOwner(
                files.bin("postgres").toString(), "-D", files.data().toString()));
        try {
            Process started = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(files.log().toFile()))
                    .start();
            awaitPid(files, started);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start PostgreSQL: " + e.getMessage(), e);
        }
    }

    /** A session of its own: Ctrl-C in the terminal must not reach the database before the application. */
    private static List<String> detached() {
        return Files.isExecutable(Path.of("/usr/bin/setsid")) ? List.of("/usr/bin/setsid") : List.of();
    }

    /** On a busy machine it takes a while; only what is in the file can be stopped. */
    private static void awaitPid(PostgresFiles files, Process started) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (started.isAlive() && running(files).isEmpty() && System.nanoTime() < end) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Fast shutdown: sessions are ended, everything committed is written, a checkpoint is made. */
    static void stop(PostgresFiles files) {
        running(files).ifPresent(postmaster -> {
            try {
                new ProcessBuilder("kill", "-INT", Long.toString(postmaster.pid()))
                        .start()
                        .waitFor();
                awaitEnd(files, postmaster);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException e) {
                LOG.warn("PostgreSQL (process {}) cannot be stopped", postmaster.pid(), e);
            }
        });
    }

    private static void awaitEnd(PostgresFiles files, ProcessHandle postmaster) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (running(files).filter(postmaster::equals).isPresent()) {
            if (System.nanoTime() > end) {
                LOG.warn("PostgreSQL (process {}) did not stop within {} s", postmaster.pid(), PATIENCE.toSeconds());
                return;
            }
            Thread.sleep(20);
        }
    }
}
