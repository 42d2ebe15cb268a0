package doppelpass.leads;

import doppelpass.core.TeamFunction;
import doppelpass.timeline.About;
import doppelpass.timeline.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A pass: responsibility for a lead or customer offered by one team to another, then accepted, returned, rerouted or
 * withdrawn. The receiving team's promises run on it: first to decide, then to respond.
 */
public record Handover(
        long id,
        About about,
        int cycle,
        Kind kind,
        TeamFunction from,
        TeamFunction to,
        @Nullable Long fromTeamId,
        @Nullable Long toTeamId,
        String trigger,
        @Nullable String message,
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
        boolean complete,
        @Nullable Instant pooledAt) {

    /** What is passed, from whom to whom, and which promise the receiving team gave. The first three move a lead. */
    public enum Kind {
        MQL(TeamFunction.MARKETING, TeamFunction.SALES, Promise.Code.S1),
        REWORK(TeamFunction.SALES, TeamFunction.MARKETING, Promise.Code.M5),
        RECYCLE(TeamFunction.SALES, TeamFunction.MARKETING, Promise.Code.M5),
        ONBOARDING(TeamFunction.SALES, TeamFunction.SERVICE, Promise.Code.V3),
        EXPANSION(TeamFunction.SERVICE, TeamFunction.SALES, Promise.Code.V2),
        CHURN(TeamFunction.SERVICE, TeamFunction.SALES, Promise.Code.V2),
        REFERENCE(TeamFunction.SERVICE, TeamFunction.MARKETING, Promise.Code.M7),
        CONTENT(TeamFunction.SALES, TeamFunction.MARKETING, Promise.Code.M7);

        private final TeamFunction from;
        private final TeamFunction to;
        private final Promise.Code promise;

        Kind(TeamFunction from, TeamFunction to, Promise.Code promise) {
            this.from = from;
            this.to = to;
            this.promise = promise;
        }

        public TeamFunction from() {
            return from;
        }

        public TeamFunction to() {
            return to;
        }

        public Promise.Code promise() {
            return promise;
        }

        /** A step in the life of a lead; the others leave every lead where it is. */
        public boolean movesLead() {
            return this == MQL || this == REWORK || this == RECYCLE;
        }

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

    /** A pass that leaves the foot: undecided, its clock running. */
    static Handover offered(
            About about,
            int cycle,
            Kind kind,
            boolean handRaise,
            Moves.Pass pass,
            @Nullable Long by,
            Instant at,
            Instant due) {
        return new Handover(
                0,
                about,
                cycle,
                kind,
                pass.from(),
                kind.to(),
                pass.fromTeam(),
                pass.toTeam(),
                pass.trigger(),
                pass.message(),
                handRaise,
                pass.definition(),
                by,
                at,
                due,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Duration.ZERO,
                Countdown.Rung.CALM,
                pass.complete(),
                null);
    }

    /** The lead a pass is about; those that move one always have it. */
    public long leadId() {
        return Objects.requireNonNull(about.leadId());
    }

    /** The record to open: the deal, else the lead, the contact, the company. */
    public Subject subject() {
        return about.subjects().stream()
                .max(java.util.Comparator.comparingInt(subject -> switch (subject.kind()) {
                    case DEAL -> 4;
                    case LEAD -> 3;
                    case CONTACT -> 2;
                    case COMPANY -> 1;
                    case CAMPAIGN -> 0;
                }))
                .orElseThrow();
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
        return kind == Kind.MQL && !open() ? Promise.Code.S2 : kind.promise();
    }
}
