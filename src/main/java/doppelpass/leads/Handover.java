package doppelpass.leads;

import doppelpass.core.TeamFunction;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A pass: responsibility for a lead offered by one team to another, then accepted, returned, rerouted or withdrawn. The
 * receiving team's promises run on it: first to decide, then to respond.
 */
public record Handover(
        long id,
        long leadId,
        int cycle,
        Kind kind,
        TeamFunction from,
        TeamFunction to,
        @Nullable Long fromTeamId,
        @Nullable Long toTeamId,
        String trigger,
        boolean handRaise,
        @Nullable String definition,
        @Nullable Long offeredBy,
        Instant offeredAt,
        Instant dueAcceptAt,
        @Nullable Outcome outcome,
        @Nullable Long decidedBy,
        @Nullable Instant decidedAt,
        @Nullable Reason reason,
        @Nullable String note,
        @Nullable Instant dueResponseAt,
        @Nullable Instant firstResponseAt,
        @Nullable Instant pausedAt,
        Duration paused,
        Countdown.Rung escalation,
        boolean complete) {

    /** What is passed: a qualified lead to sales, one to rework or recycle back to marketing, a customer on to service. */
    public enum Kind {
        MQL,
        REWORK,
        RECYCLE,
        ONBOARDING,
        SIGNAL;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    public enum Outcome {
        ACCEPTED,
        RETURNED,
        REROUTED,
        WITHDRAWN;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Outcome of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    public boolean open() {
        return outcome == null;
    }

    /** The promise that runs now: to decide while the pass is in the air, then to respond. */
    public Optional<Countdown> countdown() {
        if (open()) return Optional.of(new Countdown(offeredAt, dueAcceptAt, pausedAt, paused));
        if (!awaitsResponse() || decidedAt == null || dueResponseAt == null) return Optional.empty();
        return Optional.of(new Countdown(decidedAt, dueResponseAt, pausedAt, paused));
    }

    public boolean awaitsResponse() {
        return outcome == Outcome.ACCEPTED && dueResponseAt != null && firstResponseAt == null;
    }

    Promise.Code promise() {
        return kind != Kind.MQL ? Promise.Code.M5 : open() ? Promise.Code.S1 : Promise.Code.S2;
    }
}
