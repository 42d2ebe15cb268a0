package doppelpass.audit;

import doppelpass.work.Job;
import doppelpass.work.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Seals what was noted since the last time. */
@Component
class SealJob implements Job {
    static final String KIND = "audit.seal";
    private static final Duration EVERY = Duration.ofMinutes(5);

    private final Chains chains;

    SealJob(Chains chains) {
        this.chains = chains;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Run run) {
        long sealed;
        do {
            sealed = chains.seal();
        } while (sealed == Chains.BATCH && !run.cancelled());
    }

    @Override
    public int atOnce() {
        return 1;
    }

    @Override
    public Optional<Instant> next(Instant now) {
        return Optional.of(now.plus(EVERY));
    }
}
