package doppelpass.lists;

import doppelpass.lists.plug.Column;
import doppelpass.lists.plug.Listing;
import doppelpass.lists.plug.MoreColumns;
import doppelpass.lists.plug.Shape;
import java.util.List;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/** The key by which an import knows exported records again, in every list whose records have one. */
@Component
class RecordKeys implements MoreColumns {
    @Override
    public List<Column> of(Listing listing) {
        Field<String> key = listing.table().field("record_key", String.class);
        return key == null
                ? List.of()
                : List.of(Column.of("key", "lists.recordKey", new Shape.Text(), key)
                        .sortedBy(listing.id()));
    }
}
