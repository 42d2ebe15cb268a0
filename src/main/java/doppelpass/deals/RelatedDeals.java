package doppelpass.deals;

import doppelpass.contacts.RelatedPanel;
import doppelpass.identity.Organisations;
import doppelpass.leads.Lead;
import doppelpass.leads.LeadState;
import doppelpass.leads.Leads;
import doppelpass.timeline.Subject;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The deals of a contact, company or lead on its page, and the way to a new one; a lead's begins once sales has it. */
@Component
class RelatedDeals implements RelatedPanel {
    private static final int ORDER = 20;
    private static final String FORM = "/deals/new";
    private static final Set<LeadState> WITH_SALES = EnumSet.of(LeadState.SAL, LeadState.SQL, LeadState.OPPORTUNITY);

    private final DealPageTable table;
    private final Leads leads;
    private final Organisations organisations;

    RelatedDeals(DealPageTable table, Leads leads, Organisations organisations) {
        this.table = table;
        this.leads = leads;
        this.organisations = organisations;
    }

    @Override
    public Optional<Related> of(Subject subject) {
        return switch (subject.kind()) {
            case CONTACT -> Optional.of(panel(subject, null));
            case COMPANY -> Optional.of(panel(subject, new Start(FORM, "company=" + subject.id(), "deals.new")));
            case LEAD -> Optional.of(panel(subject, withSales(subject.id())));
            case DEAL, CAMPAIGN -> Optional.empty();
        };
    }

    private Related panel(Subject subject, @Nullable Start start) {
        return new Related(
                ORDER,
                "deals.title",
                "deals.related.empty",
                table.related(subject, organisations.get().zone()),
                start);
    }

    private @Nullable Start withSales(long leadId) {
        return leads.find(leadId)
                .map(Lead::state)
                .filter(WITH_SALES::contains)
                .map(state -> new Start(FORM, "lead=" + leadId, "deals.fromLead"))
                .orElse(null);
    }
}
