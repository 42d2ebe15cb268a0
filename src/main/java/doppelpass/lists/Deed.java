package doppelpass.lists;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** What a change of many records does to each of them. */
interface Deed {
    /** What the records have now; one that is not there is left out. */
    Map<Long, String> stored(Collection<Long> ids);

    void set(long id, String value);

    /** Which of them were set together; the others are as they were. */
    default Set<Long> setAll(Map<Long, String> values) {
        return Set.of();
    }
}
