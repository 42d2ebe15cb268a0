package doppelpass.mail;

import doppelpass.work.Job;
import doppelpass.work.Run;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes the text out of confidential mails that nobody may send any more. */
@Component
class OldLetters implements Job {
    private final MailTable table;
    private final Clock clock;

    OldLetters(MailTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "mail.forget";
    }

    @Override
    public void run(Run run) {
        table.forget(clock.instant());
    }

    @Override
    public Optional<Instant> next(Instant now) {
        return Optional.of(now.plus(Duration.ofHours(1)));
    }
}
