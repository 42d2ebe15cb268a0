package doppelpass.leads;

import doppelpass.timeline.Subject;
import doppelpass.timeline.SubjectNames;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells the timeline what leads are called: by their contact. */
@Component
class LeadNames implements SubjectNames {
    private final LeadTable table;

    LeadNames(LeadTable table) {
        this.table = table;
    }

    @Override
    public Set<Subject.Kind> kinds() {
        return Set.of(Subject.Kind.LEAD);
    }

    @Override
    public Map<Long, String> names(Subject.Kind kind, Set<Long> ids) {
        return table.names(ids);
    }
}
