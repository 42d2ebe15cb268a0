package doppelpass.console;

import java.io.PrintStream;

/** A verb of {@code ./doppelpass}; modules plug their own in as beans. */
public interface Command {
    /** The verb as typed, for example {@code import}. */
    String verb();

    /** One line for the help text. */
    String help();

    /** Does the work; a {@link Refused} ends with exit code 1 and its plain sentence. */
    void run(Arguments arguments, PrintStream out);
}
