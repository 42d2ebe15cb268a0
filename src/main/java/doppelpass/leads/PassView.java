package doppelpass.leads;

import doppelpass.web.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A pass as people see it: whom it is about, between whom it flies, and how much business time is left. */
public record PassView(
        Handover pass,
        @Nullable LeadRow lead,
        @Nullable String contact,
        @Nullable String company,
        @Nullable String fromTeam,
        @Nullable String toTeam,
        @Nullable String offeredBy,
        @Nullable String decidedBy,
        @Nullable Duration left,
        @Nullable Duration total,
        double share,
        boolean dueToday) {

    public long id() {
        return pass.id();
    }

    public Optional<Instant> due() {
        return pass.countdown().map(Countdown::due);
    }

    public boolean resting() {
        return pass.pausedAt() != null && left != null;
    }

    public boolean late() {
        return left != null && left.isNegative();
    }

    /** The colour of the time: bad from 80 % on, watch from half on; it never stands without its words. */
    public String urgency() {
        if (left == null || resting()) return "muted";
        return share >= 0.8 ? "bad" : share >= 0.5 ? "watch" : "";
    }

    public Duration overdue() {
        return left == null ? Duration.ZERO : left.negated();
    }

    /** The company, else the contact, else what the pass itself calls it. */
    public String about() {
        return Stream.of(lead == null ? null : lead.company(), company, lead == null ? null : lead.contact(), contact)
                .filter(name -> name != null && !name.isBlank())
                .findFirst()
                .orElse(pass.trigger());
    }

    /** Why it comes, in a few words: what the contact did, why it came back, or what the other team asks. */
    public String why() {
        return Reason.of(pass.trigger())
                .map(reason -> Words.t(reason.key()))
                .orElseGet(() -> pass.kind().movesLead() ? Touch.kind(pass.trigger()) : pass.trigger());
    }

    /** Nobody decided in time: the pass is open to every team of the function. */
    public boolean pooled() {
        return pass.open() && pass.pooledAt() != null;
    }

    public boolean inTime() {
        return pass.decidedAt() != null && !pass.decidedAt().isAfter(pass.dueAcceptAt());
    }

    public String dot(boolean from) {
        return "o-" + (from ? pass.from() : pass.to()).code();
    }
}
