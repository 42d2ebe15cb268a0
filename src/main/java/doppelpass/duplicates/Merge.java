package doppelpass.duplicates;

import doppelpass.timeline.Subject;
import java.time.Duration;
import java.time.Instant;

/** Records that became one; {@code open} while they can still be taken apart. */
public record Merge(long id, Subject winner, String name, int losers, String by, Instant at, boolean open) {
    public static final Duration KEPT = Duration.ofDays(30);
}
