package doppelpass.bin;

import java.time.Duration;
import java.time.Instant;

/** A record in the bin. */
public record Deleted(long id, Binned record, String name, long personId, String by, Instant at) {
    public static final Duration KEPT = Duration.ofDays(30);
}
