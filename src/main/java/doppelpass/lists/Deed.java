package doppelpass.lists;

import java.util.Optional;

/** What a change of many records does to one of them. */
interface Deed {
    /** What the record has now; empty where there is no such record. */
    Optional<String> stored(long id);

    void set(long id, String value);
}
