package doppelpass.timeline;

import java.util.List;
import java.util.Optional;

/** Plug: whoever keeps a kind of record tells which others it hangs together with, as far as the reader sees them. */
public interface Ties {
    /** What a record of this kind names, itself included; empty for other kinds and for what is not there. */
    default Optional<About> about(Subject record) {
        return Optional.empty();
    }

    /** The latest records, at most so many of a kind, whose entries stand in the history of this one too. */
    List<Subject> told(Subject page, int most);
}
