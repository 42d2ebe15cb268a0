package doppelpass.duplicates;

import doppelpass.identity.Person;
import doppelpass.records.RecordPart;
import doppelpass.timeline.Subject;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Says on a record's page that another one probably is the same. */
@Component
class DuplicatePart implements RecordPart {
    private final Duplicates duplicates;

    DuplicatePart(Duplicates duplicates) {
        this.duplicates = duplicates;
    }

    @Override
    public List<Part> of(Subject record, Person reader) {
        List<Twin> twins = duplicates.hints(record, reader);
        return twins.isEmpty()
                ? List.of()
                : List.of(new Part(Place.HEAD, 10, "duplicates/hint", Map.of("record", record, "twins", twins)));
    }
}
