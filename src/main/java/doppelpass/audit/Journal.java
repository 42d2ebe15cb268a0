package doppelpass.audit;

import doppelpass.database.Seeing;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What changed, in order, for those who follow it from outside: whoever asks on from where they were misses nothing. It tells of
 * every record; whoever passes it on says who may hear of which.
 */
@Component
public class Journal {
    private final JournalTable table;
    private final Seeing seeing;
    private final Settled settled = new Settled();
    private final Lock looking = new ReentrantLock();

    Journal(JournalTable table, Seeing seeing) {
        this.table = table;
        this.seeing = seeing;
    }

    /** A change of a record without its values; {@code action} is I, U or D, of a row of the table {@code tab}. */
    public record Change(
            long id,
            Instant at,
            String kind,
            long record,
            String tab,
            String action,
            String origin,
            @Nullable Long person) {}

    /** A stretch of the journal; who has read it goes on at {@code next}. */
    public record Stretch(List<Change> changes, long next, boolean more) {}

    /** Changes of these kinds behind a number, as far as the journal is complete. Not in a transaction: each look is fresh. */
    public Stretch after(long number, Collection<String> kinds, int most) {
        long end = end();
        List<Change> changes = seeing.everything(() -> table.between(number, end, kinds, most));
        boolean more = changes.size() == most;
        return new Stretch(changes, more ? changes.getLast().id() : Math.max(number, end), more);
    }

    /** The newest change of all, complete up to there or not: who begins behind it hears of nothing that was before. */
    public long newest() {
        return seeing.everything(table::look).newest();
    }

    /** Where a reader begins who wants what happens from now on; just after a start the complete part is not known yet. */
    public long now() {
        long end = end();
        return end > 0 ? end : newest();
    }

    /** Where the complete part ends now. */
    public long end() {
        looking.lock();
        try {
            JournalTable.Look look = seeing.everything(table::look);
            return settled.look(look.newest(), look.running(), look.next());
        } finally {
            looking.unlock();
        }
    }
}
