package doppelpass.records;

import doppelpass.identity.Person;
import doppelpass.timeline.Subject;
import java.util.List;
import java.util.Map;

/** Socket: what a module shows on the page of a record, as the reader may see it; empty shows nothing. */
public interface RecordPart {
    List<Part> of(Subject record, Person reader);

    /** Where on the page: among the buttons of its head, in the line under it, in its main column, beside it. */
    enum Place {
        ACTION,
        HEAD,
        MAIN,
        SIDE
    }

    /** A template by its name such as {@code "tags/part"} with its parameters; parts stand in the order of {@code order}. */
    record Part(Place place, int order, String template, Map<String, Object> model) {}
}
