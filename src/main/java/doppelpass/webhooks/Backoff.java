package doppelpass.webhooks;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** When a delivery that failed is tried again: the schedule of Standard Webhooks, and up to a tenth later, so that not all come at once. */
final class Backoff {
    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));
    private static final double SPREAD = 0.1;

    private Backoff() {}

    /** Empty after the last attempt; {@code attempt} counts from 1, {@code chance} is in [0, 1). */
    static Optional<Duration> after(int attempt, double chance) {
        if (attempt > WAITS.size()) return Optional.empty();
        Duration wait = WAITS.get(attempt - 1);
        return Optional.of(wait.plusMillis((long) (wait.toMillis() * SPREAD * chance)));
    }
}
