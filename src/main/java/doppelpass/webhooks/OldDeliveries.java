package doppelpass.webhooks;

import doppelpass.work.Job;
import doppelpass.work.Run;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Forgets after thirty days what was delivered or given up. */
@Component
class OldDeliveries implements Job {
    private static final Duration KEPT = Duration.ofDays(30);

    private final DeliveryTable table;
    private final Clock clock;

    OldDeliveries(DeliveryTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "webhooks.forget";
    }

    @Override
    public void run(Run run) {
        table.forget(clock.instant().minus(KEPT));
    }

    @Override
    public Optional<Instant> next(Instant now) {
        return Optional.of(now.plus(Duration.ofHours(1)));
    }
}
