package doppelpass.erasure;

import doppelpass.identity.Person;
import doppelpass.identity.Rights;
import doppelpass.records.RecordPart;
import doppelpass.timeline.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** On the page of a contact: the way to erase it, and that it was erased. */
@Component
class ErasurePart implements RecordPart {
    private final Erasures erasures;
    private final Rights rights;

    ErasurePart(Erasures erasures, Rights rights) {
        this.erasures = erasures;
        this.rights = rights;
    }

    @Override
    public List<Part> of(Subject record, Person reader) {
        if (!Erasures.concerns(record)) return List.of();
        List<Part> parts = new ArrayList<>();
        erasures.last(record)
                .ifPresent(erased -> parts.add(new Part(Place.HEAD, 5, "erasure/note", Map.of("erased", erased))));
        boolean may = rights.route("POST", "/erasures/x")
                .map(route -> route.allows(reader.roles()))
                .orElse(false);
        if (may) parts.add(new Part(Place.ACTION, 95, "erasure/way", Map.of("record", record)));
        return parts;
    }
}
