package doppelpass.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts, finds and stops the postmaster; the file {@code postmaster.pid} is the only memory of it. */
final class PostgresProcess {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresProcess.class);

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
                            .filter(PostgresProcess::looksLikePostgres);
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean looksLikePostgres(ProcessHandle process) {
        return process.info().command().map(c -> c.contains("postgres")).orElse(true);
    }

    static void startUnlessRunning(PostgresFiles files) {
        if (running(files).isPresent()) {
            return;
        }
        List<String> command = new ArrayList<>(detached());
        command.addAll(files.asOwner(
                files.bin("postgres").toString(), "-D", files.data().toString()));
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(files.log().toFile()))
                    .start();
            awaitPid(files);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start PostgreSQL: " + e.getMessage(), e);
        }
    }

    /** A session of its own: Ctrl-C in the terminal must not reach the database before the application. */
    private static List<String> detached() {
        return Files.isExecutable(Path.of("/usr/bin/setsid")) ? List.of("/usr/bin/setsid") : List.of();
    }

    private static void awaitPid(PostgresFiles files) {
        for (int i = 0; i < 100 && running(files).isEmpty(); i++) {
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
                postmaster.onExit().get(60, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                LOG.warn("PostgreSQL (process {}) did not stop within 60 s", postmaster.pid());
            }
        });
    }
}
