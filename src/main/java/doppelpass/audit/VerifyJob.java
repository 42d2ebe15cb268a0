package doppelpass.audit;

import doppelpass.work.Job;
import doppelpass.work.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Checks the chain behind the pages: once a week, and when an administrator asks. */
@Component
class VerifyJob implements Job {
    static final String KIND = "audit.verify";
    private static final Duration EVERY = Duration.ofDays(7);

    private final Chains chains;

    VerifyJob(Chains chains) {
        this.chains = chains;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Run run) {
        long total = chains.batches();
        chains.verify(done -> run.progress(done, total));
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
