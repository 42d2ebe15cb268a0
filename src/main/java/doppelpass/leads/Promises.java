package doppelpass.leads;

import doppelpass.core.BusinessCalendar;
import doppelpass.identity.OrganisationFounded;
import doppelpass.identity.Organisations;
import doppelpass.identity.People;
import doppelpass.identity.Team;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The mutual service level in force, and the calendars its clocks run on. */
@Component
public class Promises {
    private final PromiseTable table;
    private final Organisations organisations;
    private final People people;
    private final Clock clock;

    Promises(PromiseTable table, Organisations organisations, People people, Clock clock) {
        this.table = table;
        this.organisations = organisations;
        this.people = people;
        this.clock = clock;
    }

    public List<Promise> inForce() {
        return table.inForce();
    }

    /** The due moment of a promise on the calendar of the team that gave it. */
    public Instant due(Promise.Code code, boolean handRaise, @Nullable Long teamId, Instant start) {
        return inForce(code, handRaise).due(start, calendar(teamId));
    }

    public Promise inForce(Promise.Code code, boolean handRaise) {
        return inForce().stream()
                .filter(p -> p.about(code, handRaise))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No promise " + code + " in force"));
    }

    /** The calendar of the receiving team; without a team the organisation's. */
    public BusinessCalendar calendar(@Nullable Long teamId) {
        String region = people.teams().stream()
                .filter(team -> teamId != null && team.id() == teamId)
                .findFirst()
                .map(Team::region)
                .orElse(null);
        return organisations.get().calendar(region);
    }

    /** A new version of a promise; passes already in the air keep the due times they were given. */
    @Transactional
    public void change(Promise.Code code, boolean handRaise, int amount, Promise.Unit unit, long by, Instant now) {
        table.lock();
        for (Promise old : table.inForce()) {
            if (old.about(code, handRaise) && (old.amount() != amount || old.unit() != unit)) {
                table.replace(old, now);
                table.insert(new Promise(code, handRaise, amount, unit, old.version() + 1), by, now);
            }
        }
    }

    @EventListener
    void on(OrganisationFounded founded) {
        Promise.USUAL.forEach(promise -> table.insert(promise, null, clock.instant()));
    }
}
