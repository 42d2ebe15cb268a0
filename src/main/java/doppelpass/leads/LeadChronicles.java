package doppelpass.leads;

import doppelpass.core.TeamFunction;
import doppelpass.identity.Organisations;
import doppelpass.identity.People;
import doppelpass.identity.Team;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door for leads with a past, in sets: told under today's rules, written with the times they happened at. */
@Component
public class LeadChronicles {
    private final LeadChronicleTable table;
    private final Promises promises;
    private final People people;
    private final Organisations organisations;

    LeadChronicles(LeadChronicleTable table, Promises promises, People people, Organisations organisations) {
        this.table = table;
        this.promises = promises;
        this.people = people;
        this.organisations = organisations;
    }

    /** A chronicle for at most so many leads. */
    @Transactional
    public LeadChronicle begin(int most) {
        Long marketing = people.teams().stream()
                .filter(team -> team.function() == TeamFunction.MARKETING)
                .map(Team::id)
                .findFirst()
                .orElse(null);
        return new LeadChronicle(
                table.ids(most),
                promises.inForce(),
                promises::calendar,
                organisations.get().zone(),
                marketing);
    }

    /** Writes everything; passes still in the air have climbed as far as the clock says. Nothing is announced. */
    @Transactional
    public void write(LeadChronicle chronicle, Instant now) {
        chronicle.leads().forEach(lead -> lead.passes.forEach(pass -> pass.climb(now)));
        table.write(chronicle.leads());
    }
}
