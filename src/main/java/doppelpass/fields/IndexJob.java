package doppelpass.fields;

import doppelpass.work.Job;
import doppelpass.work.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes indexes behind the pages, and looks once a day whether all are there. */
@Component
class IndexJob implements Job {
    static final String KIND = "fields.indexes";

    private final Indexes indexes;

    IndexJob(Indexes indexes) {
        this.indexes = indexes;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Run run) {
        indexes.keep();
    }

    /** Two at once would make the same index. */
    @Override
    public int atOnce() {
        return 1;
    }

    @Override
    public Optional<Instant> next(Instant now) {
        return Optional.of(now.plus(Duration.ofDays(1)));
    }
}
