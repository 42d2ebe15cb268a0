package doppelpass.leads;

import doppelpass.timeline.About;
import doppelpass.timeline.Subject;
import doppelpass.timeline.Ties;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A lead is told of with its contact and company, and on its own page what its contact did. */
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
        return switch (page.kind()) {
            case CONTACT, COMPANY ->
                table.latest(page, most).stream().map(Subject::lead).toList();
            case LEAD ->
                table.find(page.id()).map(lead -> Subject.contact(lead.contactId())).stream()
                        .toList();
            case DEAL, CAMPAIGN -> List.of();
        };
    }
}
