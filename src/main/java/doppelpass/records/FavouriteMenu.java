package doppelpass.records;

import doppelpass.web.Menu;
import java.util.List;
import org.springframework.stereotype.Component;

/** Favourites among the records. */
@Component
class FavouriteMenu implements Menu {
    @Override
    public List<Entry> entries() {
        return List.of(new Entry(Section.RECORDS, 5, "records.favourites", "/favourites", "star"));
    }
}
