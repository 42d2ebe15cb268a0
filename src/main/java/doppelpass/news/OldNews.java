package doppelpass.news;

import doppelpass.work.Job;
import doppelpass.work.Run;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Forgets, once a day, news read long ago; the records keep their own history. */
@Component
class OldNews implements Job {
    private static final Duration READ = Duration.ofDays(90);
    private static final Duration UNREAD = Duration.ofDays(365);

    private final NewsTable table;
    private final Clock clock;

    OldNews(NewsTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "news.forget";
    }

    @Override
    public void run(Run run) {
        table.forget(clock.instant().minus(READ), clock.instant().minus(UNREAD));
    }

    @Override
    public Optional<Instant> next(Instant now) {
        return Optional.of(now.plus(Duration.ofDays(1)));
    }
}
