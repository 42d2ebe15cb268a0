package doppelpass.lists.plug;

import doppelpass.identity.Person;

/**
 * Socket: records that have no history of their own, such as activities, and can be deleted all the same. They lie in the bin of
 * whoever deleted them.
 */
public interface Removable {
    /** What rules call one, as its list does. */
    String subject();

    /** {@code schema.table}, with a column {@code id}. */
    String table();

    /** Where its list is. */
    String path();

    /** What one is called, to be found again in the bin. */
    String name(long id);

    /** Refuses whoever may not delete it; what is not there or not seen is not found. */
    void demand(long id, Person by);
}
