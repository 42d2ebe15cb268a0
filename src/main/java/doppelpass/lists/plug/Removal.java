package doppelpass.lists.plug;

import doppelpass.identity.Person;

/** Socket: takes whole records out of lists and puts them back as they were; what cannot go is refused in words. */
public interface Removal {
    /** Whether records of this list can be removed here. */
    boolean removes(Listing listing);

    void remove(Listing listing, long id, Person by);

    void restore(Listing listing, long id, Person by);
}
