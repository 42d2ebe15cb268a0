package doppelpass.leads;

import doppelpass.core.TeamFunction;
import doppelpass.identity.Organisations;
import doppelpass.identity.Person;
import doppelpass.tasks.plug.Waiting;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The passes that wait for the own team, on one's day; those beside the field have none. */
@Component
class WaitingPasses implements Waiting {
    private static final Set<TeamFunction> PLAYERS =
            Set.of(TeamFunction.MARKETING, TeamFunction.SALES, TeamFunction.SERVICE);

    private final Passes passes;
    private final Organisations organisations;
    private final Clock clock;

    WaitingPasses(Passes passes, Organisations organisations, Clock clock) {
        this.passes = passes;
        this.organisations = organisations;
        this.clock = clock;
    }

    @Override
    public List<Item> of(Person me, LocalDate until) {
        if (!PLAYERS.contains(me.function())) return List.of();
        Instant now = clock.instant();
        ZoneId zone = organisations.get().zone();
        return passes.toUs(me, now).stream()
                .map(pass -> Item.at(
                        "leads.waits.pass",
                        "arrows-exchange",
                        pass.about(),
                        pass.toTeam() == null ? "" : pass.toTeam(),
                        "/hand-overs/" + pass.id(),
                        pass.due().orElse(now),
                        zone))
                .filter(item -> !item.dueOn().isAfter(until))
                .limit(MOST)
                .toList();
    }
}
