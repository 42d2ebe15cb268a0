package doppelpass.timeline;

import java.time.Duration;
import java.time.Instant;

/**
 * One dated interaction on one channel. {@code kind} is a word such as form, download, demo_request, event_scan or visit;
 * {@code channel} one of the channel codes.
 */
public record NewTouchpoint(
        String kind,
        String channel,
        Direction direction,
        String title,
        About about,
        Instant occurredAt,
        Origin origin) {
    /** Repeats of a person on one channel and campaign within this time are one touchpoint. */
    static final Duration ONE_VISIT = Duration.ofMinutes(30);

    public NewTouchpoint {
        if (kind.isBlank() || about.subjects().isEmpty()) {
            throw new IllegalArgumentException("A touchpoint needs a kind and somebody it is about");
        }
    }

    public NewTouchpoint(
            String kind, String channel, Direction direction, String title, About about, Instant occurredAt) {
        this(kind, channel, direction, title, about, occurredAt, Origin.NONE);
    }
}
