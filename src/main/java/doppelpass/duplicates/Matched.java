package doppelpass.duplicates;

import doppelpass.timeline.Subject;
import java.util.List;

/** Socket: a kind of record that can have duplicates; how it is compared and of which parts it is made. */
public interface Matched {
    Subject.Kind kind();

    /** The table its rows are in; merging deletes all but one of them. */
    String table();

    List<Trait> traits();

    /**
     * A query {@code id, place, t0, t1, …}: what is compared of all records by the place of their trait, several values of one
     * trait apart by {@link #BETWEEN}; alike records should be neighbours by {@code place}.
     */
    String profiles();

    /** The same of rows of a file on their way in that would become new records; {@code {s}} is the staged table, the id its row. */
    String staged();

    /** A query for the ids of records that changed since {@code {since}}. */
    String changed();

    List<MergePart> parts();

    /** Between several values of one trait. */
    String BETWEEN = "\u001e";
}
