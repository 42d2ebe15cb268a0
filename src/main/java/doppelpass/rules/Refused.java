package doppelpass.rules;

import java.util.List;

/** A rule text that cannot run, with at least one problem, in the order of the text. */
public record Refused(List<Problem> problems) implements Checked, Valued {
    public Refused {
        problems = List.copyOf(problems);
    }
}
