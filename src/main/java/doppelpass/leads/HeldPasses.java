package doppelpass.leads;

import doppelpass.core.TeamFunction;
import doppelpass.identity.Organisations;
import doppelpass.identity.People;
import doppelpass.identity.Person;
import doppelpass.web.Refusal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Passes held for one transaction: by the lead they move, else by themselves, so of two who decide at once the second
 * reads who was faster.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class HeldPasses {
    private final HandoverTable table;
    private final Moves moves;
    private final Promises promises;
    private final People people;
    private final Organisations organisations;

    HeldPasses(HandoverTable table, Moves moves, Promises promises, People people, Organisations organisations) {
        this.table = table;
        this.moves = moves;
        this.promises = promises;
        this.people = people;
        this.organisations = organisations;
    }

    Handover hold(long id) {
        Handover seen = table.find(id).orElseThrow(Refusal::notFound);
        if (!seen.kind().movesLead()) return table.lock(id).orElseThrow(Refusal::notFound);
        moves.lock(seen.leadId());
        return table.find(id).orElseThrow(Refusal::notFound);
    }

    /** Held, still undecided, and the person is of the receiving side. */
    Handover holdOpen(long id, Person by) {
        Handover pass = hold(id);
        demandOpen(pass);
        demandSide(pass.to(), by);
        return pass;
    }

    void demandOpen(Handover pass) {
        if (pass.outcome() != null && pass.decidedAt() != null) {
            String who = Optional.ofNullable(pass.decidedBy())
                    .flatMap(people::find)
                    .map(Person::name)
                    .orElse("–");
            throw Refusal.conflict(
                    "leads.error.decided." + pass.outcome().code(), who, Times.of(pass.decidedAt(), organisations));
        }
    }

    void demandSide(TeamFunction side, Person by) {
        if (by.function() != side) {
            throw Refusal.forbidden("leads.error.side." + side.code());
        }
    }

    void close(Handover pass, @Nullable Person by, Instant at) {
        Long actor = by == null ? null : by.id();
        table.decide(pass.id(), Handover.Outcome.ACCEPTED, actor, at, null, null, null);
    }

    void pause(Handover pass, String why, Person by, Instant at) {
        Countdown countdown = pass.countdown().orElseThrow();
        if (!countdown.running()) {
            throw Refusal.conflict("leads.error.paused");
        }
        table.save(pass, countdown.pause(at));
        table.record(pass.id(), "paused", by.id(), why, at);
    }

    void resume(Handover pass, Person by, Instant at) {
        pass.countdown().filter(c -> !c.running()).ifPresent(countdown -> {
            table.save(pass, countdown.resume(at, promises.calendar(pass.toTeamId())));
            table.record(pass.id(), "resumed", by.id(), null, at);
        });
    }
}
