package doppelpass.bin;

import doppelpass.timeline.Subject;
import java.time.Duration;
import java.time.Instant;

/** A record in the bin. */
public record Deleted(long id, Subject subject, String name, String by, Instant at) {
    public static final Duration KEPT = Duration.ofDays(30);
}
