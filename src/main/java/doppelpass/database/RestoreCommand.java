package doppelpass.database;

import doppelpass.console.Arguments;
import doppelpass.console.Command;
import doppelpass.console.Verb;
import java.io.PrintStream;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** {@code restore FILE}: loads an archive into an empty database, whole or not at all. */
@Component
@Verb("restore")
record RestoreCommand(Backups backups) implements Command {
    @Override
    public void run(Arguments arguments, PrintStream out) {
        arguments.allowOnly();
        Backups.Contents read = backups.restore(Path.of(arguments.word(0, "the archive to read")));
        out.printf(
                "Restored %s of %s (Doppelpass %s): %d tables, %d rows. Everybody signs in again.%n",
                read.file(), read.madeAt(), read.product(), read.tables(), read.rows());
    }
}
