package doppelpass.leads;

import doppelpass.core.TeamFunction;
import doppelpass.identity.Organisations;
import doppelpass.identity.Person;
import doppelpass.web.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Episodes of interest from the first inquiry to the end. People move their own team's leads; what is won or lost comes
 * from the deals. {@code at} is when it happened.
 */
@Component
public class Leads {
    private final LeadTable table;
    private final WhomTable whom;
    private final HandoverTable handovers;
    private final Moves moves;
    private final Organisations organisations;

    Leads(LeadTable table, WhomTable whom, HandoverTable handovers, Moves moves, Organisations organisations) {
        this.table = table;
        this.whom = whom;
        this.handovers = handovers;
        this.moves = moves;
        this.organisations = organisations;
    }

    public Optional<Lead> find(long id) {
        return table.find(id);
    }

    public Lead get(long id) {
        return find(id).orElseThrow(Refusal::notFound);
    }

    /** The lead of a contact and product line that has not ended. */
    public Optional<Lead> running(long contactId, String productLine) {
        return table.running(contactId, productLine);
    }

    public List<Lead> ofContact(long contactId) {
        return table.ofContact(contactId);
    }

    public Optional<Whom> whom(long leadId) {
        return whom.ofLead(leadId);
    }

    public List<PathRow> path(long leadId) {
        return table.path(leadId);
    }

    /**
     * Opens a lead; refused when the contact has an open one in the product line. What sales finds itself enters as
     * accepted, with a pass to itself, so that the funnel stays comparable.
     */
    @Transactional
    public long create(NewLead lead, @Nullable Person by) {
        if (!whom.exists(lead.contactId())) {
            throw Refusal.of("leads.error.contact");
        }
        NewLead placed = lead.companyId() != null ? lead : at(lead, whom.companyOf(lead.contactId()));
        Long owner = by == null ? null : by.id();
        long id = (running(lead.contactId(), lead.productLine()).isPresent()
                        ? Optional.<Long>empty()
                        : table.insert(placed, owner, by == null ? null : by.teamId()))
                .orElseThrow(() -> Refusal.conflict("leads.error.openExists"));
        table.insert(id, new Lead.Entry(null, LeadState.NEW, 1, lead.at()), Because.by(owner));
        moves.publish(new LeadCreated(id, lead.contactId(), lead.at()));
        if (by != null && by.function() == TeamFunction.SALES) {
            passToOneself(moves.lock(id), by, lead.at());
        }
        return id;
    }

    @Transactional
    public void change(long id, LeadChange change, Person by) {
        Lead lead = moves.lock(id);
        demand(lead, by);
        boolean elsewhere = table.running(lead.contactId(), change.productLine())
                .filter(other -> other.id() != id && lead.state().running())
                .isPresent();
        if (elsewhere) {
            throw Refusal.conflict("leads.error.openExists");
        }
        table.describe(id, change);
    }

    /** A step that needs no pass and no reason: open, nurture, qualified. */
    @Transactional
    public Lead move(long id, LeadState to, Person by, Instant at) {
        Lead lead = moves.lock(id);
        demand(lead, by);
        if (!lead.state().next().contains(to) || !LeadActions.PLAIN.contains(to)) {
            throw Refusal.conflict("leads.error.next." + lead.state());
        }
        closePassBack(lead, by.id(), at);
        return moves.apply(lead.move(to, at), Because.by(by.id()));
    }

    /** Hands a sales lead to a colleague. */
    @Transactional
    public void assign(long id, Person to, Person by) {
        Lead lead = moves.lock(id);
        demand(lead, by);
        if (lead.state().owner() == LeadState.Owner.BOTH
                || !lead.state().owner().includes(to.function())) {
            throw Refusal.of("leads.error.assignee", to.name());
        }
        table.save(lead.ownedBy(to.id(), to.teamId()));
    }

    /** Ends a lead that must not be worked further. A pass in the air is decided by its receiver, not here. */
    @Transactional
    public void disqualify(long id, Reason reason, @Nullable String note, Person by, Instant at) {
        Lead lead = moves.lock(id);
        demand(lead, by);
        demandDecided(lead);
        kind(reason, Reason.Kind.DISQUALIFY);
        closePassBack(lead, by.id(), at);
        moves.apply(lead.move(LeadState.DISQUALIFIED, at), Because.by(by.id()).of(reason, note));
    }

    /** Gives a lead whose time has not come back to marketing, with a pass of its own and a day to look again. */
    @Transactional
    public void recycle(long id, Reason reason, @Nullable String note, LocalDate revisit, Person by, Instant at) {
        Lead lead = moves.lock(id);
        demand(lead, by);
        demandDecided(lead);
        kind(reason, Reason.Kind.RECYCLE);
        PassBack.recycle(moves, handovers, lead, reason, note, revisit, today(at), by, at);
    }

    /** A deal was opened from the lead; skipped states are entered at the same moment. */
    @Transactional
    public void opportunity(long leadId, Instant at) {
        Lead lead = moves.lock(leadId);
        if (lead.state() == LeadState.OPPORTUNITY) return;
        if (lead.state() != LeadState.SAL && lead.state() != LeadState.SQL) {
            throw Refusal.conflict("leads.error.next." + lead.state());
        }
        moves.apply(lead.move(LeadState.OPPORTUNITY, at), Because.by(lead.ownerId()));
    }

    @Transactional
    public void won(long leadId, Instant at) {
        Lead lead = moves.lock(leadId);
        if (lead.state() != LeadState.WON) {
            moves.apply(lead.move(LeadState.WON, at), Because.by(lead.ownerId()));
        }
    }

    /** The reason is one of the losses; its code and the note are stored with the entry. */
    @Transactional
    public void lost(long leadId, Reason reason, @Nullable String note, Instant at) {
        Lead lead = moves.lock(leadId);
        kind(reason, Reason.Kind.LOSS);
        if (lead.state() != LeadState.LOST) {
            moves.apply(
                    lead.move(LeadState.LOST, at), Because.by(lead.ownerId()).of(reason, note));
        }
    }

    /** The deal was reopened: its end never counted, though it stays visible as it was known then. */
    @Transactional
    public void reopened(long leadId, Instant at) {
        Lead lead = moves.lock(leadId);
        if (lead.state() == LeadState.OPPORTUNITY) return;
        if (running(lead.contactId(), lead.productLine()).isPresent()) {
            throw Refusal.conflict("leads.error.openExists");
        }
        Lead.Step step = lead.reopen(at);
        table.replaceLast(leadId, lead.state(), at);
        moves.apply(step, Because.by(lead.ownerId()));
    }

    private void passToOneself(Lead lead, Person by, Instant at) {
        Because because = Because.by(by.id());
        Lead offered = moves.apply(lead.move(LeadState.MQL, at), because);
        var pass = new Moves.Pass(
                TeamFunction.SALES, by.teamId(), by.teamId(), "sales_outbound", null, "self", null, true);
        long handover = moves.pass(offered, Handover.Kind.MQL, pass, by.id(), at);
        handovers.decide(handover, Handover.Outcome.ACCEPTED, by.id(), at, null, null, null);
        moves.apply(offered.move(LeadState.SAL, at), because, by.id(), by.teamId());
    }

    /** Whoever moves a lead out of a pass back has taken it up. */
    private void closePassBack(Lead lead, long by, Instant at) {
        handovers
                .openOf(lead.id())
                .filter(h -> h.kind() != Handover.Kind.MQL)
                .ifPresent(h -> handovers.decide(h.id(), Handover.Outcome.ACCEPTED, by, at, null, null, null));
    }

    private LocalDate today(Instant at) {
        return LocalDate.ofInstant(at, organisations.get().zone());
    }

    private static void demand(Lead lead, Person by) {
        if (!LeadActions.mayMove(lead.state(), by)) {
            throw Refusal.forbidden(
                    "leads.error.notYours." + lead.state().owner().code());
        }
    }

    private static void demandDecided(Lead lead) {
        if (lead.state() == LeadState.MQL) {
            throw Refusal.conflict("leads.error.next.MQL");
        }
    }

    private static void kind(Reason reason, Reason.Kind kind) {
        if (reason.kind() != kind) {
            throw Refusal.of("leads.error.reason");
        }
    }

    private static NewLead at(NewLead lead, Optional<Long> company) {
        return new NewLead(
                lead.contactId(),
                company.orElse(null),
                lead.productLine(),
                lead.source(),
                lead.channel(),
                lead.campaignId(),
                lead.handRaise(),
                lead.at());
    }
}
