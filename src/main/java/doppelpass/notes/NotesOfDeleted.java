package doppelpass.notes;

import doppelpass.bin.RecordDeleted;
import doppelpass.bin.RecordRestored;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The notes of a record go to the bin with it and come back with it. */
@Component
class NotesOfDeleted {
    private final NoteTable table;
    private final Clock clock;

    NotesOfDeleted(NoteTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @EventListener
    void on(RecordDeleted deleted) {
        table.deleteWith(deleted.record(), deleted.personId(), clock.instant());
    }

    @EventListener
    void on(RecordRestored restored) {
        table.restoreWith(restored.record());
    }
}
