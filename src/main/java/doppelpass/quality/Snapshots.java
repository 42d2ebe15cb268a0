package doppelpass.quality;

import doppelpass.identity.Organisations;
import doppelpass.work.Job;
import doppelpass.work.Queue;
import doppelpass.work.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Judges what has to be judged and keeps the results, every hour and at every start; the last of a day stays. */
@Component
class Snapshots implements Job {
    static final String KIND = "quality.look";
    private static final Duration REST = Duration.ofHours(1);

    private final DataCare care;
    private final Sieves sieves;
    private final Organisations organisations;
    private final Queue queue;

    Snapshots(DataCare care, Sieves sieves, Organisations organisations, Queue queue) {
        this.care = care;
        this.sieves = sieves;
        this.organisations = organisations;
        this.queue = queue;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (organisations.find().isPresent()) queue.put(KIND, "");
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Run run) {
        for (Check check : care.checks()) {
            if (run.cancelled()) return;
            sieves.run(check);
        }
        care.takeSnapshot();
    }

    @Override
    public int atOnce() {
        return 1;
    }

    @Override
    public Optional<Instant> next(Instant now) {
        return Optional.of(now.plus(REST));
    }
}
