package doppelpass.contacts;

import doppelpass.timeline.Subject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plug: what a neighbour keeps about a contact, company or lead, shown on its page; empty shows nothing. */
public interface RelatedPanel {
    Optional<Related> of(Subject subject);

    /** Panels stand in the order of {@code order}; {@code title} and {@code empty} are message keys. */
    record Related(
            int order,
            String title,
            String empty,
            List<Row> rows,
            @Nullable Start start) {}

    /** Where a new record about the subject begins: the page, what it is told, the message key of the button. */
    record Start(String path, String query, String label) {
        public String url() {
            return path + "?" + query;
        }
    }

    /** One record; {@code state} is a message key or, without such a message, the text itself. */
    record Row(
            String url,
            String name,
            String state,
            @Nullable Long amountMinor,
            @Nullable LocalDate day) {}
}
