package doppelpass.bin;

import doppelpass.work.Job;
import doppelpass.work.Run;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Empties the bin, once a day, of what has lain there long enough. */
@Component
class Emptying implements Job {
    private final BinTable bin;
    private final Clock clock;

    Emptying(BinTable bin, Clock clock) {
        this.bin = bin;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "bin.empty";
    }

    @Override
    public void run(Run run) {
        empty();
    }

    void empty() {
        bin.forget(clock.instant().minus(Deleted.KEPT));
    }

    @Override
    public Optional<Instant> next(Instant now) {
        return Optional.of(now.plus(Duration.ofDays(1)));
    }
}
