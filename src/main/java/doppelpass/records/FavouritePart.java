package doppelpass.records;

import doppelpass.identity.Person;
import doppelpass.timeline.Subject;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The star in the head of each record. */
@Component
class FavouritePart implements RecordPart {
    private final Favourites favourites;

    FavouritePart(Favourites favourites) {
        this.favourites = favourites;
    }

    @Override
    public List<Part> of(Subject record, Person reader) {
        return List.of(new Part(Place.ACTION, 10, "records/star", model(record, favourites.has(record, reader))));
    }

    static Map<String, Object> model(Subject record, boolean marked) {
        return Map.of("record", record, "marked", marked);
    }
}
