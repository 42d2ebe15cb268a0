package doppelpass.deals;

import doppelpass.timeline.Subject;
import doppelpass.timeline.SubjectNames;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the timeline calls deals. */
@Component
class DealSubjects implements SubjectNames {
    private final DealTable table;

    DealSubjects(DealTable table) {
        this.table = table;
    }

    @Override
    public Set<Subject.Kind> kinds() {
        return Set.of(Subject.Kind.DEAL);
    }

    @Override
    public Map<Long, String> names(Subject.Kind kind, Set<Long> ids) {
        return table.names(ids);
    }
}
