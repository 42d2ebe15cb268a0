package doppelpass.api;

import doppelpass.work.Job;
import doppelpass.work.Run;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Forgets answers that are not told again. */
@Component
class OldAnswers implements Job {
    private final AnswerTable table;
    private final Clock clock;

    OldAnswers(AnswerTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "api.answers.forget";
    }

    @Override
    public void run(Run run) {
        table.forget(clock.instant().minus(Once.KEPT));
    }

    @Override
    public Optional<Instant> next(Instant now) {
        return Optional.of(now.plus(Duration.ofHours(1)));
    }
}
