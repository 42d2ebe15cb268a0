package doppelpass.database;

import doppelpass.console.Arguments;
import doppelpass.console.Command;
import java.io.PrintStream;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** {@code backup FILE}: everything in one archive, also while the server runs. */
@Component
record BackupCommand(Backups backups) implements Command {
    @Override
    public String verb() {
        return "backup";
    }

    @Override
    public String help() {
        return "FILE  write everything to one archive";
    }

    @Override
    public void run(Arguments arguments, PrintStream out) {
        arguments.allowOnly();
        Backups.Contents made = backups.write(Path.of(arguments.word(0, "the file to write")));
        out.printf(
                "Wrote %s: %d tables, %d rows, %d bytes.%n", made.file(), made.tables(), made.rows(), made.sizeBytes());
    }
}
