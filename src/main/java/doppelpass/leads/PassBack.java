package doppelpass.leads;

import doppelpass.core.TeamFunction;
import doppelpass.identity.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The way back from sales to marketing: to rework or to rest, always with a pass and marketing's clock on it. */
final class PassBack {
    private PassBack() {}

    static void recycle(
            Moves moves,
            HandoverTable handovers,
            Lead lead,
            Reason reason,
            @Nullable String note,
            LocalDate revisit,
            LocalDate today,
            Person by,
            Instant at) {
        Optional<Handover> last = lastToSales(handovers, lead.id());
        Lead resting = moves.apply(
                lead.recycle(revisit, today, at),
                Because.by(by.id()).of(reason, note),
                last.map(Handover::offeredBy).orElse(null),
                marketing(moves, last));
        open(moves, resting, Handover.Kind.RECYCLE, reason, last, by, at);
    }

    static void rework(
            Moves moves, Lead lead, Handover returned, Reason reason, @Nullable String note, Person by, Instant at) {
        Optional<Handover> last = Optional.of(returned);
        Lead back = moves.apply(
                lead.move(LeadState.REWORK, at),
                Because.by(by.id()).of(reason, note),
                returned.offeredBy(),
                marketing(moves, last));
        open(moves, back, Handover.Kind.REWORK, reason, last, by, at);
    }

    private static void open(
            Moves moves, Lead lead, Handover.Kind kind, Reason reason, Optional<Handover> last, Person by, Instant at) {
        var pass = new Moves.Pass(
                TeamFunction.SALES,
                by.teamId(),
                marketing(moves, last),
                reason.name(),
                null,
                "return",
                last.map(Handover::definition).orElse(null),
                true);
        moves.pass(lead, kind, pass, by.id(), at);
    }

    private static Optional<Handover> lastToSales(HandoverTable handovers, long leadId) {
        return handovers.of(leadId).stream()
                .filter(h -> h.kind() == Handover.Kind.MQL && h.from() == TeamFunction.MARKETING)
                .findFirst();
    }

    private static @Nullable Long marketing(Moves moves, Optional<Handover> last) {
        return last.filter(h -> h.from() == TeamFunction.MARKETING)
                .map(Handover::fromTeamId)
                .or(() -> moves.team(TeamFunction.MARKETING))
                .orElse(null);
    }
}
