package doppelpass.lists.plug;

import java.util.List;

/** Socket: columns that a module adds to the lists of others, such as tags. */
@FunctionalInterface
public interface MoreColumns {
    List<Column> of(Listing listing);
}
