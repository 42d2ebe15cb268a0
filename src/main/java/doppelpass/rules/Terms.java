package doppelpass.rules;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Socket: the terms that are in force, so that rules can say {@code lead.is("mql")}. */
@FunctionalInterface
public interface Terms {
    Terms NONE = (subject, name) -> Optional.empty();

    /** The rule text of a term about this subject; empty if there is no such term in force. */
    Optional<String> rule(String subject, String name);

    /** The terms about this subject, to suggest one for a misspelt name. */
    default Collection<String> names(String subject) {
        return List.of();
    }
}
