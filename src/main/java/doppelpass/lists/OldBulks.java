package doppelpass.lists;

import doppelpass.work.Job;
import doppelpass.work.Run;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Forgets, once a day, what can no longer be taken back. */
@Component
class OldBulks implements Job {
    private final BulkTable table;
    private final Clock clock;

    OldBulks(BulkTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "lists.bulk.forget";
    }

    @Override
    public void run(Run run) {
        table.forget(clock.instant().minus(Bulk.KEPT));
    }

    @Override
    public Optional<Instant> next(Instant now) {
        return Optional.of(now.plus(Duration.ofDays(1)));
    }
}
