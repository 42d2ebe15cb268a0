package doppelpass.bin;

import java.util.Map;
import java.util.Set;

/** Socket: records that went into another one while something that points to them lay in the bin. */
@FunctionalInterface
public interface Successors {
    /** Id of a record that is gone → id of the one that stayed. */
    Map<Long, Long> of(String table, Set<Long> ids);
}
