package doppelpass.timeline;

import doppelpass.database.Seeing;
import doppelpass.identity.Person;
import doppelpass.web.Refusal;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Entries logged by mistake and taken back: they count no longer, but what was known then stays readable. */
@Component
public class Withdrawals {
    private final WithdrawalTable table;
    private final Seeing seeing;
    private final Clock clock;

    Withdrawals(WithdrawalTable table, Seeing seeing, Clock clock) {
        this.table = table;
        this.seeing = seeing;
        this.clock = clock;
    }

    @Transactional
    public void takeBack(Entry entry, Person by) {
        demandRight(entry, by);
        if (!table.replace(entry, by.id(), clock.instant())) {
            throw Refusal.conflict("timeline.error.takenBack");
        }
    }

    /** The entry counts again, from now on, as a new row; with what whoever restores it does not see. */
    @Transactional
    public void restore(Entry entry, Person by) {
        demandRight(entry, by);
        if (!seeing.everything(() -> table.restore(entry, clock.instant()))) {
            throw Refusal.conflict("timeline.error.restored");
        }
    }

    private void demandRight(Entry entry, Person by) {
        Author author = table.author(entry).orElseThrow(Refusal::notFound);
        if (!author.lets(by.id(), by.leadsTeam() ? by.teamId() : null, by.administrator())) {
            throw Refusal.forbidden("timeline.error.notYours");
        }
    }
}
