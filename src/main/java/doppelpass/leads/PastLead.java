package doppelpass.leads;

import doppelpass.core.TeamFunction;
import doppelpass.identity.Person;
import doppelpass.web.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A lead whose course is known already, told step by step under the rules that hold for today's leads: the same states,
 * the same passes, the same clocks. What may not happen is refused here too.
 */
public final class PastLead {
    private final LeadChronicle chronicle;
    final List<Entered> entries = new ArrayList<>();
    final List<PastPass> passes = new ArrayList<>();
    private Lead lead;
    private int intent;

    /** One entry into a state and why. */
    record Entered(Lead.Entry entry, Because because) {}

    PastLead(LeadChronicle chronicle, Lead lead, @Nullable Person by) {
        this.chronicle = chronicle;
        this.lead = lead;
        entries.add(new Entered(new Lead.Entry(null, LeadState.NEW, 1, lead.createdAt()), Because.by(id(by))));
    }

    public Lead lead() {
        return lead;
    }

    int intent() {
        return intent;
    }

    /** The score of the interest shown so far, as a review at the time would have kept it. */
    public void interest(int score) {
        intent = score;
    }

    /** A step that needs no pass: open, nurture, qualified, opportunity, won. */
    public void move(LeadState to, @Nullable Person by, Instant at) {
        closePassBack(by, at);
        apply(lead.move(to, at), Because.by(id(by)));
    }

    /** What sales finds itself enters as accepted, with a pass to itself. */
    public void foundBy(Person by, Instant at) {
        apply(lead.move(LeadState.MQL, at), Because.by(by.id()));
        var pass = new Moves.Pass(
                TeamFunction.SALES, by.teamId(), by.teamId(), "sales_outbound", null, "self", null, true);
        open(Handover.Kind.MQL, pass, by.id(), at).decide(Handover.Outcome.ACCEPTED, by.id(), at, null, null);
        apply(lead.move(LeadState.SAL, at), Because.by(by.id()));
        lead = lead.ownedBy(by.id(), by.teamId());
    }

    /** Offers the lead to a sales team: by hand, or by the definition when there is no person. */
    public void offer(Offer offer, String rule, boolean complete, @Nullable Person by, Instant at) {
        if (!LeadActions.offerable(lead.state())) throw Refusal.conflict("leads.error.next." + lead.state());
        closePassBack(by, at);
        apply(lead.move(LeadState.MQL, at), Because.by(id(by)).under(offer.definition()));
        Long from = by == null || by.teamId() == null ? lead.teamId() : by.teamId();
        var pass = new Moves.Pass(
                TeamFunction.MARKETING,
                from,
                offer.teamId(),
                offer.trigger(),
                null,
                rule,
                offer.definition(),
                complete);
        open(Handover.Kind.MQL, pass, id(by), at);
    }

    /** By when the pass in the air or the first response is promised; empty when no clock runs. */
    public Optional<Instant> due() {
        PastPass last = passes.getLast();
        return last.open() || last.awaitsResponse() ? Optional.of(last.countdown.due()) : Optional.empty();
    }

    public void accept(Person by, Instant at) {
        PastPass pass = inTheAir(by);
        switch (pass.kind) {
            case MQL -> {
                pass.accept(by.id(), at, chronicle.due(Promise.Code.S2, raised(), pass.between.toTeam(), at));
                apply(lead.move(LeadState.SAL, at), Because.by(by.id()));
            }
            case RECYCLE -> {
                pass.decide(Handover.Outcome.ACCEPTED, by.id(), at, null, null);
                apply(lead.move(LeadState.NURTURE, at), Because.by(by.id()));
            }
            case REWORK, ONBOARDING, EXPANSION, CHURN, REFERENCE, CONTENT ->
                throw Refusal.conflict("leads.error.next." + lead.state());
        }
        lead = lead.ownedBy(by.id(), by.teamId());
    }

    /** The first personal attempt after accepting. */
    public void respond(Person by, Instant at) {
        passes.stream().filter(PastPass::awaitsResponse).forEach(pass -> pass.respond(by.id(), at));
    }

    public void query(String question, Person by, Instant at) {
        inTheAir(by).pause(by.id(), question, at);
    }

    public void answer(String text, Person by, Instant at) {
        passes.getLast().resume(by.id(), text, at);
    }

    /** Gives the pass back; where the lead goes follows from the reason. */
    public void returnWith(Reason reason, @Nullable String note, Person by, Instant at) {
        PastPass pass = inTheAir(by);
        if (reason.kind() != Reason.Kind.RETURN) throw Refusal.of("leads.error.reason");
        if (reason.needsNote() && note == null) throw Refusal.of("leads.error.note");
        pass.decide(Handover.Outcome.RETURNED, by.id(), at, reason, note);
        Because because = Because.by(by.id()).of(reason, note);
        switch (reason.route()) {
            case REWORK, DISPUTE -> back(LeadState.REWORK, Handover.Kind.REWORK, because, null, by, at);
            case RECYCLED ->
                back(
                        LeadState.RECYCLED,
                        Handover.Kind.RECYCLE,
                        because,
                        chronicle.day(at).plusDays(90),
                        by,
                        at);
            case MERGED -> apply(lead.move(LeadState.MERGED, at), because);
            case DISQUALIFIED -> apply(lead.move(LeadState.DISQUALIFIED, at), because);
            case OTHER_TEAM, SALES_LEAD, LOST -> throw Refusal.of("leads.error.reason");
        }
    }

    /** Passes on to another sales team, whose clock starts afresh. */
    public void reroute(long teamId, @Nullable String note, Person by, Instant at) {
        PastPass pass = inTheAir(by);
        pass.decide(Handover.Outcome.REROUTED, by.id(), at, Reason.R05, note);
        var old = pass.between;
        var next = new Moves.Pass(
                old.from(), old.fromTeam(), teamId, old.trigger(), null, "reroute", old.definition(), old.complete());
        open(Handover.Kind.MQL, next, pass.offeredBy, at);
    }

    public void recycle(Reason reason, @Nullable String note, LocalDate revisit, Person by, Instant at) {
        Because because = Because.by(by.id()).of(reason, note);
        back(LeadState.RECYCLED, Handover.Kind.RECYCLE, because, revisit, by, at);
    }

    public void disqualify(Reason reason, @Nullable String note, Person by, Instant at) {
        closePassBack(by, at);
        apply(lead.move(LeadState.DISQUALIFIED, at), Because.by(by.id()).of(reason, note));
    }

    public void lose(Reason reason, @Nullable String note, @Nullable Person by, Instant at) {
        apply(lead.move(LeadState.LOST, at), Because.by(id(by)).of(reason, note));
    }

    private void back(
            LeadState to, Handover.Kind kind, Because because, @Nullable LocalDate revisit, Person by, Instant at) {
        Optional<PastPass> last = passes.reversed().stream()
                .filter(p -> p.kind == Handover.Kind.MQL && p.between.from() == TeamFunction.MARKETING)
                .findFirst();
        Long marketing = last.map(p -> p.between.fromTeam()).orElse(chronicle.marketing());
        apply(to == LeadState.RECYCLED ? lead.recycle(revisit, chronicle.day(at), at) : lead.move(to, at), because);
        lead = lead.ownedBy(last.map(p -> p.offeredBy).orElse(null), marketing);
        String reason = because.reason() == null ? "" : because.reason().name();
        String definition = last.map(p -> p.between.definition()).orElse(null);
        open(
                kind,
                new Moves.Pass(TeamFunction.SALES, by.teamId(), marketing, reason, null, "return", definition, true),
                by.id(),
                at);
    }

    private PastPass open(Handover.Kind kind, Moves.Pass pass, @Nullable Long by, Instant at) {
        Promise.Code code = kind == Handover.Kind.MQL ? Promise.Code.S1 : Promise.Code.M5;
        Instant due = chronicle.due(code, raised(), pass.toTeam(), at);
        PastPass opened = new PastPass(kind, pass, lead.cycle(), by, at, due, chronicle.calendar(pass.toTeam()));
        passes.add(opened);
        return opened;
    }

    private PastPass inTheAir(Person by) {
        PastPass pass = passes.getLast();
        TeamFunction side = pass.kind == Handover.Kind.MQL ? TeamFunction.SALES : TeamFunction.MARKETING;
        if (!pass.open()) throw Refusal.conflict("leads.error.next." + lead.state());
        if (by.function() != side) throw Refusal.forbidden("leads.error.side." + side.code());
        return pass;
    }

    private void closePassBack(@Nullable Person by, Instant at) {
        passes.stream()
                .filter(pass -> pass.open() && pass.kind != Handover.Kind.MQL)
                .forEach(pass -> pass.decide(Handover.Outcome.ACCEPTED, id(by), at, null, null));
    }

    private void apply(Lead.Step step, Because because) {
        switch (step) {
            case Lead.Refused(String key) -> throw Refusal.conflict(key);
            case Lead.Moved(Lead moved, var entered) -> {
                lead = moved;
                entered.forEach(entry -> entries.add(new Entered(entry, because)));
            }
        }
    }

    private boolean raised() {
        return lead.handRaise() != null;
    }

    private static @Nullable Long id(@Nullable Person person) {
        return person == null ? null : person.id();
    }
}
