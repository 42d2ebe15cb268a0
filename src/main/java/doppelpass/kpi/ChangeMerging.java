package doppelpass.kpi;

import doppelpass.work.Job;
import doppelpass.work.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Keeps the log of changed facts as short as it has sources and months. */
@Component
class ChangeMerging implements Job {
    private static final Duration EACH = Duration.ofMinutes(10);

    private final ChangeTable table;

    ChangeMerging(ChangeTable table) {
        this.table = table;
    }

    @Override
    public String kind() {
        return "kpi.changes";
    }

    @Override
    public void run(Run run) {
        table.merge();
    }

    @Override
    public Optional<Instant> next(Instant now) {
        return Optional.of(now.plus(EACH));
    }
}
