package doppelpass.timeline;

import doppelpass.identity.Person;
import doppelpass.web.Refusal;
import org.springframework.stereotype.Component;

/** Activities for whoever may change them: who logged one, the lead of their team, an administrator. */
@Component
class Owned {
    private final ActivityTable table;
    private final WithdrawalTable authors;

    Owned(ActivityTable table, WithdrawalTable authors) {
        this.table = table;
        this.authors = authors;
    }

    /** Held until the end of the transaction; one that was taken back is not there. */
    NewActivity get(long id, Person by) {
        NewActivity activity = table.lock(id).orElseThrow(Refusal::notFound);
        Author author = authors.author(new Entry(false, id)).orElseThrow(Refusal::notFound);
        if (!author.lets(by.id(), by.leadsTeam() ? by.teamId() : null, by.administrator()))
            throw Refusal.forbidden("timeline.error.notYoursToChange");
        return activity;
    }
}
