package doppelpass.leads;

import doppelpass.core.BusinessCalendar;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at the running promises and climbs the ladder: reminder at half the time, deputies at 80 %, breach and pool when
 * due, agenda at 150 %. Each rung is written once, at the moment it was reached; nothing is ever accepted by the clock.
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
        Map<Long, BusinessCalendar> calendars = new HashMap<>();
        int climbed = running.stream()
                .mapToInt(h -> climb(h, calendar(calendars, h.toTeamId()), now))
                .sum();
        return new Batch(running, climbed);
    }

    private BusinessCalendar calendar(Map<Long, BusinessCalendar> calendars, @Nullable Long team) {
        return calendars.computeIfAbsent(team == null ? 0 : team, id -> promises.calendar(id == 0 ? null : id));
    }

    private int climb(Handover handover, BusinessCalendar calendar, Instant now) {
        Countdown countdown = handover.countdown().orElseThrow();
        Countdown.Rung reached = countdown.rung(now, calendar);
        int from = handover.escalation().ordinal();
        Instant pooledAt = null;
        for (int rung = from + 1; rung <= reached.ordinal(); rung++) {
            Countdown.Rung next = Countdown.Rung.values()[rung];
            Instant at = countdown.reaches(next, calendar);
            table.record(handover.id(), kind(next), null, handover.promise().name(), at);
            if (next == Countdown.Rung.BREACHED) pooledAt = breach(handover, at);
        }
        if (reached.ordinal() > from) {
            table.escalate(handover.id(), reached, pooledAt);
            events.publishEvent(new HandoverEscalated(handover.id(), handover.escalation(), reached, now));
        }
        return Math.max(0, reached.ordinal() - from);
    }

    /** A lead nobody decided about goes back to the pool: every team of the receiving function may take it. */
    private @Nullable Instant breach(Handover handover, Instant at) {
        Long lead = handover.about().leadId();
        events.publishEvent(new HandoverBreached(handover.id(), lead, handover.promise(), at));
        if (!handover.open() || handover.kind() != Handover.Kind.MQL) return null;
        table.record(handover.id(), "pooled", null, null, at);
        return at;
    }

    static String kind(Countdown.Rung rung) {
        return switch (rung) {
            case CALM -> throw new IllegalArgumentException("Calm is no rung to climb");
            case REMINDED -> "reminded";
            case ESCALATED -> "escalated";
            case BREACHED -> "breached";
            case AGENDA -> "agenda";
        };
    }
}
