package doppelpass.leads;

import doppelpass.core.TeamFunction;
import doppelpass.identity.Organisations;
import doppelpass.identity.People;
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
 * Passes between the teams. Rules may offer; only people accept or return, and only those of the receiving team. Every
 * verb holds the lead, so of two who press at once one gets it and the other reads who was faster.
 */
@Component
public class Handovers {
    /** Days after which a lead without visible need is looked at again, unless somebody says otherwise. */
    private static final int REVISIT_DAYS = 90;

    private final HandoverTable table;
    private final WhomTable whom;
    private final Moves moves;
    private final Promises promises;
    private final People people;
    private final HeldPasses held;
    private final Organisations organisations;

    Handovers(
            HandoverTable table,
            WhomTable whom,
            Moves moves,
            Promises promises,
            People people,
            HeldPasses held,
            Organisations organisations) {
        this.table = table;
        this.whom = whom;
        this.moves = moves;
        this.promises = promises;
        this.people = people;
        this.held = held;
        this.organisations = organisations;
    }

    public Optional<Handover> find(long id) {
        return table.find(id);
    }

    public List<Handover> ofLead(long leadId) {
        return table.of(leadId);
    }

    public List<ProtocolRow> protocol(long id) {
        return table.protocol(id);
    }

    /**
     * Offers a lead to sales: by hand, or by a rule when there is no person. Without a team the routing rules choose. A
     * lead in rework is thereby passed again in the same cycle.
     */
    @Transactional
    public long offer(long leadId, Offer offer, @Nullable Person by, Instant at) {
        Lead lead = moves.lock(leadId);
        if (by != null && !LeadActions.mayMove(lead.state(), by)) {
            throw Refusal.forbidden(
                    "leads.error.notYours." + lead.state().owner().code());
        }
        if (!LeadActions.offerable(lead.state())) {
            throw Refusal.conflict("leads.error.next." + lead.state());
        }
        table.openOf(leadId).ifPresent(back -> held.close(back, by, at));
        Long actor = by == null ? null : by.id();
        Lead offered =
                moves.apply(lead.move(LeadState.MQL, at), Because.by(actor).under(offer.definition()));
        Whom about = whom.ofLead(leadId).orElseThrow(Refusal::notFound);
        var route = route(offer.teamId(), about, null);
        var pass = new Moves.Pass(
                TeamFunction.MARKETING,
                by == null || by.teamId() == null ? lead.teamId() : by.teamId(),
                route.team().id(),
                offer.trigger(),
                null,
                route.rule(),
                offer.definition(),
                about.missing().isEmpty());
        return moves.pass(offered, Handover.Kind.MQL, pass, actor, at);
    }

    /** Takes the pass: a lead is now this person's, and the clock of the first response starts. */
    @Transactional
    public void accept(long id, Person by, Instant at) {
        Handover pass = held.holdOpen(id, by);
        switch (pass.kind()) {
            case MQL -> {
                Instant due = promises.due(Promise.Code.S2, pass.handRaise(), pass.toTeamId(), at);
                table.decide(id, Handover.Outcome.ACCEPTED, by.id(), at, null, null, due);
                take(pass, LeadState.SAL, by, at);
            }
            case RECYCLE -> {
                held.close(pass, by, at);
                take(pass, LeadState.NURTURE, by, at);
            }
            case REWORK -> throw Refusal.conflict("leads.error.next.REWORK");
            case ONBOARDING, EXPANSION, CHURN, REFERENCE, CONTENT -> held.close(pass, by, at);
        }
        moves.publish(new HandoverAccepted(id, pass.about().leadId(), pass.kind(), by.id(), at));
    }

    /** Gives the pass back; where the lead goes follows from the reason. A territory needs another team to go to. */
    @Transactional
    public void returnWith(long id, Reason reason, @Nullable String note, Person by, Instant at) {
        Handover pass = held.holdOpen(id, by);
        if (reason.kind() != returns(pass.kind())) {
            throw Refusal.of("leads.error.reason");
        }
        if (reason.needsNote() && (note == null || note.isBlank())) {
            throw Refusal.of("leads.error.note");
        }
        switch (reason.route()) {
            case OTHER_TEAM -> reroute(id, null, note, by, at);
            case SALES_LEAD -> {
                String why = java.util.Objects.requireNonNull(note);
                table.noCapacity(id, by.id(), why, at);
                moves.publish(new CapacityMissing(id, why, by.id(), at));
            }
            case REWORK, MERGED, DISQUALIFIED, RECYCLED, DISPUTE, LOST, SENDER -> {
                table.decide(id, Handover.Outcome.RETURNED, by.id(), at, reason, note, null);
                if (pass.kind().movesLead()) send(moves.lock(pass.leadId()), pass, reason, note, by, at);
                moves.publish(new HandoverReturned(id, pass.about().leadId(), reason, note, by.id(), at));
            }
        }
    }

    /** Passes on to another sales team, whose clock starts afresh; does not count as a return. */
    @Transactional
    public long reroute(long id, @Nullable Long teamId, @Nullable String note, Person by, Instant at) {
        Handover pass = held.holdOpen(id, by);
        if (pass.kind() != Handover.Kind.MQL) throw Refusal.of("leads.error.noOtherTeam");
        Lead lead = moves.lock(pass.leadId());
        var route = route(teamId, whom.ofLead(lead.id()).orElseThrow(Refusal::notFound), pass.toTeamId());
        table.decide(id, Handover.Outcome.REROUTED, by.id(), at, Reason.R05, note, null);
        var next = new Moves.Pass(
                pass.from(),
                pass.fromTeamId(),
                route.team().id(),
                pass.trigger(),
                null,
                "reroute",
                pass.definition(),
                pass.complete());
        return moves.pass(lead, Handover.Kind.MQL, next, pass.offeredBy(), at);
    }

    /** Asks marketing; the receiving team's clock rests until the answer. */
    @Transactional
    public void query(long id, String question, Person by, Instant at) {
        Handover pass = held.holdOpen(id, by);
        if (question.isBlank()) {
            throw Refusal.of("leads.error.question");
        }
        table.record(id, "query", by.id(), question.strip(), at);
        held.pause(pass, "query", by, at);
    }

    @Transactional
    public void answer(long id, String text, Person by, Instant at) {
        Handover pass = held.hold(id);
        held.demandOpen(pass);
        held.demandSide(pass.from(), by);
        if (text.isBlank()) {
            throw Refusal.of("leads.error.answer");
        }
        table.record(id, "answer", by.id(), text.strip(), at);
        held.resume(pass, by, at);
    }

    /** The customer asked for a later date: no time passes until {@link #resume}. */
    @Transactional
    public void pauseForCustomer(long id, String note, Person by, Instant at) {
        Handover pass = held.hold(id);
        held.demandSide(pass.to(), by);
        if (pass.open() || pass.countdown().isEmpty()) {
            throw Refusal.conflict("leads.error.noClock");
        }
        held.pause(pass, note, by, at);
    }

    @Transactional
    public void resume(long id, Person by, Instant at) {
        Handover pass = held.hold(id);
        held.demandSide(pass.to(), by);
        held.resume(pass, by, at);
    }

    /** The first personal attempt after accepting; later ones change nothing. */
    @Transactional
    public void respond(long leadId, Person by, Instant at) {
        moves.lock(leadId);
        table.awaitingResponse(leadId, at).ifPresent(pass -> {
            table.responded(pass.id(), at);
            table.record(pass.id(), "responded", by.id(), null, at);
        });
    }

    private void take(Handover pass, LeadState to, Person by, Instant at) {
        Lead lead = moves.lock(pass.leadId());
        moves.apply(lead.move(to, at), Because.by(by.id()), by.id(), by.teamId());
    }

    /** Which list of reasons a pass may come back with; what came back itself is taken up, not returned again. */
    private static Reason.Kind returns(Handover.Kind kind) {
        return switch (kind) {
            case MQL -> Reason.Kind.RETURN;
            case ONBOARDING, EXPANSION, CHURN, REFERENCE, CONTENT -> Reason.Kind.TEAM;
            case REWORK, RECYCLE -> throw Refusal.of("leads.error.reason");
        };
    }

    private void send(Lead lead, Handover pass, Reason reason, @Nullable String note, Person by, Instant at) {
        Because because = Because.by(by.id()).of(reason, note);
        LocalDate today = LocalDate.ofInstant(at, organisations.get().zone());
        switch (reason.route()) {
            case REWORK, DISPUTE -> PassBack.rework(moves, lead, pass, reason, note, by, at);
            case RECYCLED ->
                PassBack.recycle(moves, table, lead, reason, note, today.plusDays(REVISIT_DAYS), today, by, at);
            case MERGED -> moves.apply(lead.move(LeadState.MERGED, at), because);
            case DISQUALIFIED -> moves.apply(lead.move(LeadState.DISQUALIFIED, at), because);
            case OTHER_TEAM, SALES_LEAD, LOST, SENDER -> throw new IllegalStateException("No return: " + reason);
        }
    }

    private Routing.Route route(@Nullable Long chosen, Whom about, @Nullable Long notTo) {
        Person owner = Optional.ofNullable(about.companyOwnerId())
                .flatMap(people::find)
                .filter(Person::active)
                .orElse(null);
        return new Routing(people.teams(), whom.waiting())
                .to(chosen, owner, notTo)
                .orElseThrow(() -> Refusal.of(notTo == null ? "leads.error.noTeam" : "leads.error.noOtherTeam"));
    }
}
