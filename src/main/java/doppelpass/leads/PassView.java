package doppelpass.leads;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A pass as people see it: whom it is about, between whom it flies, and how much business time is left. */
public record PassView(
        Handover pass,
        LeadRow lead,
        @Nullable String fromTeam,
        @Nullable String toTeam,
        @Nullable String offeredBy,
        @Nullable String decidedBy,
        @Nullable Duration left,
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

    public String about() {
        return lead.company() == null || lead.company().isBlank() ? lead.contact() : lead.company();
    }

    public boolean inTime() {
        return pass.decidedAt() != null && !pass.decidedAt().isAfter(pass.dueAcceptAt());
    }

    public String dot(boolean from) {
        return "o-" + (from ? pass.from() : pass.to()).code();
    }
}
