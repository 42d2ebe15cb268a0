package doppelpass.duplicates;

import doppelpass.work.Job;
import doppelpass.work.Run;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks for duplicates again and again: what changed since it looked last. Forgets merges that can no longer be undone. */
@Component
class DuplicateJob implements Job {
    static final String KIND = "duplicates.find";
    private static final Duration REST = Duration.ofMinutes(10);

    private final List<Matched> kinds;
    private final Comparing comparing;
    private final Merges merges;
    private final Clock clock;

    DuplicateJob(List<Matched> kinds, Comparing comparing, Merges merges, Clock clock) {
        this.kinds = kinds;
        this.comparing = comparing;
        this.merges = merges;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Run run) {
        for (Matched matched : kinds) {
            if (run.cancelled()) return;
            comparing.compare(matched, (done, total) -> {});
        }
        merges.forget(clock.instant().minus(Merge.KEPT));
    }

    /** One after the other: two would only wait for each other. */
    @Override
    public int atOnce() {
        return 1;
    }

    @Override
    public Optional<Instant> next(Instant now) {
        return Optional.of(now.plus(REST));
    }
}
