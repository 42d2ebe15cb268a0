package doppelpass;

import doppelpass.console.Refused;
import doppelpass.database.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One server per home folder: a file lock that dies with the process, and the process number for {@code stop}. */
record Running(Path pidFile, FileChannel channel, FileLock lock) {

    static Running claim(Home home) {
        Path folder = home.in("");
        try {
            FileChannel channel = FileChannel.open(
                    folder.resolve("server.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw new Refused("A server is already running on " + folder + ". ./doppelpass stop ends it.");
            }
            Path pidFile = folder.resolve("server.pid");
            Files.writeString(pidFile, Long.toString(ProcessHandle.current().pid()));
            return new Running(pidFile, channel, lock);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + folder, e);
        }
    }

    void release() {
        try (channel) {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
