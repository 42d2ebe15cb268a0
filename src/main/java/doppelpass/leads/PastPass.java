package doppelpass.leads;

import doppelpass.core.BusinessCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pass while its past is being told; the clock climbs its rungs as it would have done at the time. */
final class PastPass {
    final Handover.Kind kind;
    final Moves.Pass between;
    final int cycle;
    final @Nullable Long offeredBy;
    final Instant offeredAt;
    final List<ProtocolRow> protocol = new ArrayList<>();
    private final BusinessCalendar calendar;

    Countdown countdown;
    Handover.@Nullable Outcome outcome;

    @Nullable
    Long decidedBy;

    @Nullable
    Instant decidedAt;

    @Nullable
    Reason reason;

    @Nullable
    String note;

    Instant dueAcceptAt;

    @Nullable
    Instant dueResponseAt;

    @Nullable
    Instant firstResponseAt;

    @Nullable
    Instant pooledAt;

    Countdown.Rung escalation = Countdown.Rung.CALM;

    PastPass(
            Handover.Kind kind,
            Moves.Pass between,
            int cycle,
            @Nullable Long offeredBy,
            Instant offeredAt,
            Instant due,
            BusinessCalendar calendar) {
        this.kind = kind;
        this.between = between;
        this.cycle = cycle;
        this.offeredBy = offeredBy;
        this.offeredAt = offeredAt;
        this.dueAcceptAt = due;
        this.calendar = calendar;
        this.countdown = new Countdown(offeredAt, due, null, java.time.Duration.ZERO);
        tell("offered", offeredBy, between.rule(), offeredAt);
    }

    boolean open() {
        return outcome == null;
    }

    boolean awaitsResponse() {
        return outcome == Handover.Outcome.ACCEPTED && dueResponseAt != null && firstResponseAt == null;
    }

    void decide(Handover.Outcome how, @Nullable Long by, Instant at, @Nullable Reason why, @Nullable String text) {
        climb(at);
        outcome = how;
        decidedBy = by;
        decidedAt = at;
        reason = why;
        note = text;
        escalation = Countdown.Rung.CALM;
        tell(how.code(), by, text, at);
    }

    void accept(long by, Instant at, Instant due) {
        decide(Handover.Outcome.ACCEPTED, by, at, null, null);
        dueResponseAt = due;
        countdown = new Countdown(at, due, null, java.time.Duration.ZERO);
    }

    void respond(long by, Instant at) {
        climb(at);
        firstResponseAt = at;
        tell("responded", by, null, at);
    }

    void pause(long by, String question, Instant at) {
        climb(at);
        tell("query", by, question, at);
        tell("paused", by, "query", at);
        countdown = countdown.pause(at);
    }

    void resume(long by, String answer, Instant at) {
        tell("answer", by, answer, at);
        countdown = countdown.resume(at, calendar);
        dueAcceptAt = countdown.due();
        tell("resumed", by, null, at);
    }

    /** Writes down the rungs that were reached until a moment. */
    void climb(Instant until) {
        if (!countdown.running() || firstResponseAt != null || !open() && dueResponseAt == null) return;
        for (int rung = escalation.ordinal() + 1; rung < Countdown.Rung.values().length; rung++) {
            Countdown.Rung next = Countdown.Rung.values()[rung];
            Instant at = countdown.reaches(next, calendar);
            if (at.isAfter(until)) return;
            tell(Escalations.kind(next), null, promise().name(), at);
            if (next == Countdown.Rung.BREACHED) pool(at);
            escalation = next;
        }
    }

    /** A lead nobody decided about is open to every team of sales. */
    private void pool(Instant at) {
        if (!open() || kind != Handover.Kind.MQL) return;
        pooledAt = at;
        tell("pooled", null, null, at);
    }

    void tell(String what, @Nullable Long by, @Nullable String text, Instant at) {
        protocol.add(new ProtocolRow(what, by, text, at));
    }

    private Promise.Code promise() {
        return kind != Handover.Kind.MQL ? Promise.Code.M5 : open() ? Promise.Code.S1 : Promise.Code.S2;
    }
}
