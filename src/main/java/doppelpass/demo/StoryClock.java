package doppelpass.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that is set to the moment being told, so that every front door records its story when it happened. */
final class StoryClock extends Clock {
    private final Instant today;
    private Instant now;

    StoryClock(Instant today) {
        this.today = today;
        this.now = today;
    }

    /** The moment at which the telling ends. */
    Instant today() {
        return today;
    }

    /** Nothing is told of the future. */
    void set(Instant moment) {
        now = moment.isAfter(today) ? today : moment;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
