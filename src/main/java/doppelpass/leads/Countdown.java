package doppelpass.leads;

import doppelpass.core.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A promise running down in business time. While it is paused no time passes; resuming moves the due moment on by what
 * was left. {@code paused} is the business time of all pauses so far.
 */
public record Countdown(
        Instant started, Instant due, @Nullable Instant pausedAt, Duration paused) {

    /** How far a countdown has gone; each rung is climbed once. */
    public enum Rung {
        CALM(0),
        REMINDED(0.5),
        ESCALATED(0.8),
        BREACHED(1),
        AGENDA(1.5);

        private final double share;

        Rung(double share) {
            this.share = share;
        }
    }

    /** Business time left; negative once it is overdue. */
    public Duration left(Instant now, BusinessCalendar calendar) {
        return calendar.between(pausedAt == null ? now : pausedAt, due);
    }

    public Duration total(BusinessCalendar calendar) {
        return calendar.between(started, due).minus(paused);
    }

    /** The share of the promised time that has passed: 0 at the start, 1 when due, more when overdue. */
    public double share(Instant now, BusinessCalendar calendar) {
        return 1
                - (double) left(now, calendar).toSeconds()
                        / Math.max(1, total(calendar).toSeconds());
    }

    public Rung rung(Instant now, BusinessCalendar calendar) {
        double share = share(now, calendar);
        Rung reached = Rung.CALM;
        for (Rung rung : Rung.values()) {
            if (share >= rung.share) reached = rung;
        }
        return reached;
    }

    /** The moment a rung is reached, so that a late look at the clock still tells the right time. */
    public Instant reaches(Rung rung, BusinessCalendar calendar) {
        if (rung == Rung.BREACHED) return due;
        Duration total = total(calendar);
        Duration beyond = Duration.ofMillis(Math.round(total.toMillis() * (rung.share - 1)));
        return beyond.isNegative() ? calendar.due(started, total.plus(beyond).plus(paused)) : calendar.due(due, beyond);
    }

    public boolean running() {
        return pausedAt == null;
    }

    public Countdown pause(Instant now) {
        return new Countdown(started, due, now, paused);
    }

    public Countdown resume(Instant now, BusinessCalendar calendar) {
        if (pausedAt == null) return this;
        Duration left = calendar.between(pausedAt, due);
        Instant later = left.isNegative() ? due : calendar.due(now, left);
        Duration rest = left.isNegative() ? Duration.ZERO : calendar.between(pausedAt, now);
        return new Countdown(started, later, null, paused.plus(rest));
    }
}
