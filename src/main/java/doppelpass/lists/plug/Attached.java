package doppelpass.lists.plug;

import doppelpass.identity.Person;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Socket: what hangs on a record, for programs: its notes, its lines. Whoever asks may open the record; the rest of the rights is
 * demanded here, as the pages do.
 */
public interface Attached {
    /** The last part of the address, {@code notes}. */
    String name();

    /** Whether records of this kind, {@code deal}, have any. */
    boolean on(String subject);

    /** What is told of each beside its {@code id}. */
    List<EntryField> told();

    /** What can be sent, all of it at first and any of it later. */
    List<EntryField> sent();

    /** In their order; each with its {@code id} and what is {@link #told}: money in minor units, moments as such. */
    List<Map<String, @Nullable Object>> of(String subject, long record, Person reader);

    /** Values as a form takes them, by the names that were {@link #sent}; answers with the id. */
    long add(String subject, long record, Map<String, String> values, Person by);

    void change(String subject, long record, long id, Map<String, String> values, Person by);

    void remove(String subject, long record, long id, Person by);
}
