package doppelpass.leads;

import doppelpass.contacts.RelatedPanel;
import doppelpass.timeline.Subject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The leads of a contact or company on its page. */
@Component
class LeadRelated implements RelatedPanel {
    private static final int ORDER = 20;

    private final LeadTable table;

    LeadRelated(LeadTable table) {
        this.table = table;
    }

    @Override
    public Optional<Related> of(Subject subject) {
        return switch (subject.kind()) {
            case CONTACT ->
                Optional.of(panel(
                        table.rowsOfContact(subject.id()),
                        new Start("/leads/new", "contact=" + subject.id(), "leads.new")));
            case COMPANY -> Optional.of(panel(table.rowsOfCompany(subject.id()), null));
            case LEAD, DEAL, CAMPAIGN -> Optional.empty();
        };
    }

    private static Related panel(List<LeadRow> leads, @Nullable Start start) {
        return new Related(
                ORDER,
                "leads.title",
                "leads.related.none",
                leads.stream().map(LeadRelated::row).toList(),
                start);
    }

    private static Row row(LeadRow lead) {
        return new Row("/leads/" + lead.id(), lead.contact(), "leads.state." + lead.state(), null, null);
    }
}
