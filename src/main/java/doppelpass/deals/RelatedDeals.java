package doppelpass.deals;

import doppelpass.contacts.RelatedPanel;
import doppelpass.identity.Organisations;
import doppelpass.timeline.Subject;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The deals of a contact or company, on its page. */
@Component
class RelatedDeals implements RelatedPanel {
    private final DealPageTable table;
    private final Organisations organisations;

    RelatedDeals(DealPageTable table, Organisations organisations) {
        this.table = table;
        this.organisations = organisations;
    }

    @Override
    public Optional<Related> of(Subject subject) {
        return switch (subject.kind()) {
            case CONTACT, COMPANY ->
                Optional.of(new Related(
                        20,
                        "deals.title",
                        "deals.related.empty",
                        table.related(subject, organisations.get().zone())));
            case LEAD, DEAL, CAMPAIGN -> Optional.empty();
        };
    }
}
