package doppelpass.bin;

import doppelpass.identity.Person;
import doppelpass.records.RecordPart;
import doppelpass.timeline.Subject;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The way into the bin from the page of a record. */
@Component
class DeletePart implements RecordPart {
    private final Deletions deletions;

    DeletePart(Deletions deletions) {
        this.deletions = deletions;
    }

    @Override
    public List<Part> of(Subject record, Person reader) {
        return deletions.may(record, reader)
                ? List.of(new Part(Place.ACTION, 90, "bin/delete", Map.of("record", record)))
                : List.of();
    }
}
