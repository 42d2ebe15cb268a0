package doppelpass.notes;

import doppelpass.work.Job;
import doppelpass.work.Run;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Forgets, once a day, deleted notes that nobody brought back. */
@Component
class OldNotes implements Job {
    private final NoteTable table;
    private final Clock clock;

    OldNotes(NoteTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "notes.forget";
    }

    @Override
    public void run(Run run) {
        table.forget(clock.instant().minus(Note.KEPT));
    }

    @Override
    public Optional<Instant> next(Instant now) {
        return Optional.of(now.plus(Duration.ofDays(1)));
    }
}
