package doppelpass.console;

import java.io.PrintStream;
import java.util.Objects;

/** What {@code ./doppelpass} does for a {@link Verb}; modules plug their own in as beans. */
public interface Command {
    /** Does the work; a {@link Refused} ends with exit code 1 and its plain sentence. */
    void run(Arguments arguments, PrintStream out);

    /** The verb as typed. */
    default String verb() {
        return Objects.requireNonNull(getClass().getAnnotation(Verb.class), "a command without a verb")
                .value();
    }
}
