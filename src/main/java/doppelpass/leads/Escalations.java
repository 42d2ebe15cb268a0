package doppelpass.leads;

import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at the running promises and climbs the ladder: reminder at half the time, deputy at 80 %, breach when due,
 * agenda at 150 %. Each rung is written once, at the moment it was reached; nothing is ever accepted by the clock.
 */
@Component
public class Escalations {
    private static final int BATCH = 200;

    private final HandoverTable table;
    private final Promises promises;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;

    Escalations(
            HandoverTable table,
            Promises promises,
            ApplicationEventPublisher events,
            TransactionTemplate transactions) {
        this.table = table;
        this.promises = promises;
        this.events = events;
        this.transactions = transactions;
    }

    /** One look at everything; returns how many rungs were climbed. */
    public int tick(Instant now) {
        int climbed = 0;
        long after = 0;
        List<Handover> batch;
        do {
            long from = after;
            Batch done = java.util.Objects.requireNonNull(transactions.execute(status -> climb(from, now)));
            batch = done.handovers();
            climbed += done.climbed();
            after = batch.isEmpty() ? after : batch.getLast().id();
        } while (batch.size() == BATCH);
        return climbed;
    }

    private record Batch(List<Handover> handovers, int climbed) {}

    private Batch climb(long after, Instant now) {
        List<Handover> running = table.running(after, BATCH);
        return new Batch(running, running.stream().mapToInt(h -> climb(h, now)).sum());
    }

    private int climb(Handover handover, Instant now) {
        var calendar = promises.calendar(handover.toTeamId());
        Countdown countdown = handover.countdown().orElseThrow();
        Countdown.Rung reached = countdown.rung(now, calendar);
        int from = handover.escalation().ordinal();
        for (int rung = from + 1; rung <= reached.ordinal(); rung++) {
            Countdown.Rung next = Countdown.Rung.values()[rung];
            Instant at = countdown.reaches(next, calendar);
            table.record(handover.id(), kind(next), null, handover.promise().name(), at);
            if (next == Countdown.Rung.BREACHED) {
                events.publishEvent(new HandoverBreached(handover.id(), handover.leadId(), handover.promise(), at));
            }
        }
        if (reached.ordinal() > from) table.escalate(handover.id(), reached);
        return Math.max(0, reached.ordinal() - from);
    }

    private static String kind(Countdown.Rung rung) {
        return switch (rung) {
            case CALM -> throw new IllegalArgumentException("Calm is no rung to climb");
            case REMINDED -> "reminded";
            case ESCALATED -> "escalated";
            case BREACHED -> "breached";
            case AGENDA -> "agenda";
        };
    }
}
