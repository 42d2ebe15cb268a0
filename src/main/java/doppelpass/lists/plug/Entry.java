package doppelpass.lists.plug;

import doppelpass.identity.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Socket: how records of a list are made and changed as a whole, with the checks of their form. Values come as {@link Kind}
 * says, an empty one takes away what was there; what cannot be is answered by {@link Wrong}. Links lead to records that the
 * sender sees; choices are among those offered.
 */
public interface Entry {
    /** The name of the list. */
    String list();

    List<EntryField> fields();

    /** Makes a record; its owner is whoever makes it unless another is named. */
    long add(Map<String, String> sent, Person by);

    /** Changes these values and no others. */
    void change(long id, Map<String, String> sent, Person by);

    /** Refuses a new record that, all its values written, lacks what it must have. */
    default void complete(long id) {}

    /** Whether records are told apart by a mail address too. */
    default boolean mailed() {
        return false;
    }

    /** The record with this mail address. */
    default Optional<Long> withMail(String mail) {
        return Optional.empty();
    }
}
