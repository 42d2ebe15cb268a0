package doppelpass.timeline;

import doppelpass.identity.Person;
import doppelpass.web.Refusal;
import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Activities for whoever may change them: who logged one or gave it to a colleague, the lead of their team (any lead where nobody
 * of ours did), an administrator.
 */
@Component
class Owned {
    private final ActivityTable table;

    Owned(ActivityTable table) {
        this.table = table;
    }

    /** Held until the end of the transaction; one that was taken back is not there. */
    NewActivity get(long id, Person by) {
        NewActivity activity = table.lock(id).orElseThrow(Refusal::notFound);
        if (among(Set.of(id), by).isEmpty()) throw Refusal.forbidden("timeline.error.notYoursToChange");
        return activity;
    }

    Set<Long> among(Collection<Long> ids, Person by) {
        return table.changeable(ids, by.id(), by.leadsTeam() ? by.teamId() : null, by.administrator());
    }
}
