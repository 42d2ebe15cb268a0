package doppelpass.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Forgets finished jobs after a week. */
@Component
class Sweeper implements Job {
    private static final Duration KEPT = Duration.ofDays(7);

    private final JobTable table;
    private final Clock clock;

    Sweeper(JobTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "work.sweep";
    }

    @Override
    public void run(Run run) {
        table.forgetDone(clock.instant().minus(KEPT));
    }

    @Override
    public Optional<Instant> next(Instant now) {
        return Optional.of(now.plus(Duration.ofHours(1)));
    }
}
