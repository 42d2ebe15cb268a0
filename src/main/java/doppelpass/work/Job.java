package doppelpass.work;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Plug: one kind of background work. A job runs at least once: it may be interrupted anywhere and taken again, so it
 * keeps its effects in transactions of its own and knows what it has done (or ends with {@link Run#done()} inside them).
 */
public interface Job {
    /** Names the kind in the queue, for example {@code mail.send}. */
    String kind();

    /** Does the work; anything thrown counts as a failed attempt and is tried again later. */
    void run(Run run) throws Exception;

    /** After so many attempts the job is parked as failed, with its reason, and the queue goes on without it. */
    default int attempts() {
        return 5;
    }

    /** How long to wait after failed attempt {@code attempt}, counted from 1. */
    default Duration retryAfter(int attempt) {
        return Duration.ofSeconds(10L << Math.min(2 * (attempt - 1), 12));
    }

    /** At most so many of this kind run at the same time, so that long work leaves room for short work. */
    default int atOnce() {
        return Integer.MAX_VALUE;
    }

    /** For work that comes back by itself: when it is due next, seen from {@code now}. It runs with an empty payload. */
    default Optional<Instant> next(Instant now) {
        return Optional.empty();
    }
}
