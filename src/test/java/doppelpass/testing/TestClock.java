package doppelpass.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Stands still until a test moves it. */
@Component
@Primary
@Profile("!demo")
public class TestClock extends Clock {
    /** A Tuesday at 10:00 in Berlin. */
    public static final Instant START = Instant.parse("2026-06-02T08:00:00Z");

    private volatile Instant now = START;

    public void set(Instant now) {
        this.now = now;
    }

    public void advance(Duration by) {
        now = now.plus(by);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return now;
    }
}
