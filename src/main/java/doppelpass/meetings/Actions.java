package doppelpass.meetings;

import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.identity.Organisations;
import doppelpass.identity.Person;
import doppelpass.web.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people promised each other in meetings; it comes back until it is done. */
@Component
public class Actions {
    private final ActionTable table;
    private final Organisations organisations;
    private final Clock clock;

    Actions(ActionTable table, Organisations organisations, Clock clock) {
        this.table = table;
        this.organisations = organisations;
        this.clock = clock;
    }

    @Transactional
    public long add(@Nullable Long meeting, NewAction action, Person by) {
        return table.insert(meeting, action, by.id(), clock.instant());
    }

    public Optional<Action> find(long id) {
        return table.find(id);
    }

    public Page<Action> list(ActionQuery query, PageRequest request) {
        return table.list(query, today(), request);
    }

    /** Open and due before a day, the oldest first. */
    public List<Action> dueBefore(LocalDate day) {
        return table.dueBefore(day);
    }

    public int waitingFor(long person) {
        return table.open(person);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), organisations.get().zone());
    }

    /** Its owner says what it brought; a lead of the owner's may do so too. */
    @Transactional
    public void finish(long id, String result, Person by) {
        changeable(id, by);
        table.done(id, result.strip(), clock.instant());
    }

    @Transactional
    public void reopen(long id, Person by) {
        changeable(id, by);
        table.reopen(id);
    }

    private void changeable(long id, Person by) {
        Action action = table.find(id).orElseThrow(Refusal::notFound);
        if (action.ownerId() != by.id() && !by.leadsTeam() && !by.administrator()) {
            throw Refusal.of("meetings.error.notYours", action.ownerName());
        }
    }
}
