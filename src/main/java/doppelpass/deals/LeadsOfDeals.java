package doppelpass.deals;

import doppelpass.leads.Lead;
import doppelpass.leads.LeadState;
import doppelpass.leads.Leads;
import doppelpass.leads.Reason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A lead follows the deal that grew from it. A lead that ended otherwise in the meantime stays as it is, and so does
 * one that another deal keeps alive.
 */
@Component
class LeadsOfDeals {
    private final Leads leads;
    private final DealTable table;

    LeadsOfDeals(Leads leads, DealTable table) {
        this.leads = leads;
        this.table = table;
    }

    @EventListener
    void on(DealOpened event) {
        lead(event.leadId())
                .filter(lead -> lead.state() != LeadState.WON && lead.state() != LeadState.LOST)
                .ifPresent(lead -> leads.opportunity(lead.id(), event.at()));
    }

    @EventListener
    void on(DealWon event) {
        lead(event.leadId())
                .filter(lead -> lead.state() == LeadState.OPPORTUNITY)
                .ifPresent(lead -> leads.won(lead.id(), event.at()));
    }

    @EventListener
    void on(DealLost event) {
        lead(event.leadId())
                .filter(lead -> lead.state() == LeadState.OPPORTUNITY && !table.lives(lead.id()))
                .ifPresent(lead ->
                        leads.lost(lead.id(), Reason.valueOf(event.reason().code()), event.note(), event.at()));
    }

    @EventListener
    void on(DealReopened event) {
        lead(event.leadId())
                .filter(lead ->
                        lead.state() == LeadState.LOST || (lead.state() == LeadState.WON && !table.won(lead.id())))
                .ifPresent(lead -> leads.reopened(lead.id(), event.at()));
    }

    private Optional<Lead> lead(@Nullable Long id) {
        return id == null ? Optional.empty() : leads.find(id);
    }
}
