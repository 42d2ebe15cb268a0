package doppelpass.news;

import doppelpass.identity.Person;
import doppelpass.records.RecordPart;
import doppelpass.timeline.Subject;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The bell in the head of each record. */
@Component
class FollowPart implements RecordPart {
    private final Follows follows;

    FollowPart(Follows follows) {
        this.follows = follows;
    }

    @Override
    public List<Part> of(Subject record, Person reader) {
        return List.of(new Part(Place.ACTION, 11, "news/bell", model(record, follows.follows(record, reader))));
    }

    static Map<String, Object> model(Subject record, boolean followed) {
        return Map.of("record", record, "followed", followed);
    }
}
