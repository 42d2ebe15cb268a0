package doppelpass.database;

import doppelpass.console.Arguments;
import doppelpass.console.Command;
import doppelpass.console.Verb;
import java.io.PrintStream;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** {@code backup FILE}: everything in one archive, also while the server runs. */
@Component
@Verb("backup")
record BackupCommand(Backups backups) implements Command {
    @Override
    public void run(Arguments arguments, PrintStream out) {
        arguments.allowOnly();
        Backups.Contents made = backups.write(Path.of(arguments.word(0, "the file to write")));
        out.printf(
                "Wrote %s: %d tables, %d rows, %d bytes.%n", made.file(), made.tables(), made.rows(), made.sizeBytes());
    }
}
