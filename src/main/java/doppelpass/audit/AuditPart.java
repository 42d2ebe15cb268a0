package doppelpass.audit;

import doppelpass.identity.Person;
import doppelpass.records.RecordPart;
import doppelpass.timeline.Subject;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who changed what, folded up beside what is known of a record. */
@Component
class AuditPart implements RecordPart {
    private final Audit audit;

    AuditPart(Audit audit) {
        this.audit = audit;
    }

    @Override
    public List<Part> of(Subject record, Person reader) {
        return List.of(new Part(Place.SIDE, 900, "audit/of", Map.of("history", audit.of(record), "open", false)));
    }
}
