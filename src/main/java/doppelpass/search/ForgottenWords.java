package doppelpass.search;

import doppelpass.work.Job;
import doppelpass.work.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes names nobody bears any more out of the known words, once a day. */
@Component
class ForgottenWords implements Job {
    private final WordTable table;

    ForgottenWords(WordTable table) {
        this.table = table;
    }

    @Override
    public String kind() {
        return "search.forget";
    }

    @Override
    public void run(Run run) {
        table.forget();
    }

    @Override
    public Optional<Instant> next(Instant now) {
        return Optional.of(now.plus(Duration.ofDays(1)));
    }
}
