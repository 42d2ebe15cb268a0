package doppelpass.tags;

import doppelpass.identity.Person;
import doppelpass.records.RecordPart;
import doppelpass.timeline.Subject;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The tags of a record in the head of its page, written there too. */
@Component
class TagPart implements RecordPart {
    private final Tags tags;

    TagPart(Tags tags) {
        this.tags = tags;
    }

    @Override
    public List<Part> of(Subject record, Person reader) {
        return List.of(new Part(Place.HEAD, 50, "tags/line", model(record, tags.of(record))));
    }

    static Map<String, Object> model(Subject record, List<String> tags) {
        return Map.of("record", record, "tags", tags);
    }
}
