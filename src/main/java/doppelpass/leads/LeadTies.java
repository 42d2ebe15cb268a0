package doppelpass.leads;

import doppelpass.timeline.About;
import doppelpass.timeline.Subject;
import doppelpass.timeline.Ties;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A lead names its contact and company; their histories hold what it went through. */
@Component
class LeadTies implements Ties {
    private final LeadTable table;

    LeadTies(LeadTable table) {
        this.table = table;
    }

    @Override
    public Optional<About> about(Subject record) {
        return record.kind() == Subject.Kind.LEAD
                ? table.find(record.id())
                        .map(lead -> new About(lead.contactId(), lead.companyId(), lead.id(), null, null))
                : Optional.empty();
    }

    @Override
    public List<Subject> told(Subject page, int most) {
        return page.kind() == Subject.Kind.CONTACT || page.kind() == Subject.Kind.COMPANY
                ? table.latest(page, most).stream().map(Subject::lead).toList()
                : List.of();
    }
}
