package doppelpass.leads;

import doppelpass.core.TeamFunction;
import doppelpass.identity.People;
import doppelpass.identity.Team;
import doppelpass.timeline.About;
import doppelpass.timeline.Subject;
import doppelpass.web.Refusal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one place where a lead changes state or a pass opens. Whoever comes first holds the lead's row until the
 * transaction ends, so a lead has one state, one owner and at most one open pass whatever happens.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Moves {
    private final LeadTable leads;
    private final HandoverTable handovers;
    private final Promises promises;
    private final People people;
    private final ApplicationEventPublisher events;

    Moves(
            LeadTable leads,
            HandoverTable handovers,
            Promises promises,
            People people,
            ApplicationEventPublisher events) {
        this.leads = leads;
        this.handovers = handovers;
        this.promises = promises;
        this.people = people;
        this.events = events;
    }

    Lead lock(long leadId) {
        return leads.lock(leadId).orElseThrow(Refusal::notFound);
    }

    /** Writes what a step did; a refused one is told to the reader. */
    Lead apply(Lead.Step step, Because because) {
        return switch (step) {
            case Lead.Refused(String key) -> throw Refusal.conflict(key);
            case Lead.Moved(Lead lead, var entries) -> {
                leads.save(lead);
                for (Lead.Entry entry : entries) {
                    leads.insert(lead.id(), entry, because);
                    publish(lead.id(), entry, because);
                }
                yield lead;
            }
        };
    }

    /** The same, with the ball changing hands. */
    Lead apply(Lead.Step step, Because because, @Nullable Long owner, @Nullable Long team) {
        Lead.Step owned = step instanceof Lead.Moved(Lead lead, var entries)
                ? new Lead.Moved(lead.ownedBy(owner, team), entries)
                : step;
        return apply(owned, because);
    }

    /** Opens a pass of a lead that is already in the state the pass belongs to. */
    long pass(Lead lead, Handover.Kind kind, Pass pass, @Nullable Long by, Instant at) {
        boolean raised = lead.handRaise() != null;
        return open(About.of(Subject.lead(lead.id())), lead.cycle(), kind, raised, pass, by, at);
    }

    /** Opens any pass; its clock runs on the receiving team's calendar. */
    long open(About about, int cycle, Handover.Kind kind, boolean raised, Pass pass, @Nullable Long by, Instant at) {
        Instant due = promises.due(kind.promise(), raised, pass.toTeam(), at);
        long id = handovers.insert(Handover.offered(about, cycle, kind, raised, pass, by, at, due));
        handovers.record(id, "offered", by, pass.rule(), at);
        events.publishEvent(new HandoverOffered(id, about.leadId(), kind, at));
        return id;
    }

    /** The team a person works for, else the first of the function. */
    Optional<Long> team(TeamFunction function) {
        return people.teams().stream()
                .filter(team -> team.function() == function)
                .map(Team::id)
                .findFirst();
    }

    void publish(Object event) {
        events.publishEvent(event);
    }

    private void publish(long leadId, Lead.Entry entry, Because because) {
        if (entry.from() != null) {
            events.publishEvent(new LeadStateChanged(
                    leadId, entry.from(), entry.to(), entry.cycle(), because.reason(), because.actorId(), entry.at()));
        }
    }

    /** Between whom and why a pass goes; {@code rule} says how the receiving team was found. */
    record Pass(
            TeamFunction from,
            @Nullable Long fromTeam,
            @Nullable Long toTeam,
            String trigger,
            @Nullable String message,
            @Nullable String rule,
            @Nullable String definition,
            boolean complete) {}
}
