package doppelpass.leads;

import doppelpass.core.TeamFunction;
import doppelpass.identity.People;
import doppelpass.identity.Person;
import doppelpass.identity.Team;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts the page of one pass together for one reader. */
@Component
class PassPages {
    private final Handovers handovers;
    private final Qualifications qualifications;
    private final Promises promises;
    private final People people;

    PassPages(Handovers handovers, Qualifications qualifications, Promises promises, People people) {
        this.handovers = handovers;
        this.qualifications = qualifications;
        this.promises = promises;
        this.people = people;
    }

    PassPage page(PassView view, Person me, Instant now) {
        Handover pass = view.pass();
        boolean receiving = me.function() == pass.to();
        return new PassPage(
                view,
                qualifications.of(pass.leadId(), now),
                protocol(pass.id()),
                otherTeams(pass),
                receiving && pass.open() && pass.kind() != Handover.Kind.REWORK,
                pass.open() && view.resting() && me.function() == pass.from(),
                receiving && pass.awaitsResponse(),
                promises.inForce(Promise.Code.S2, pass.handRaise()));
    }

    private List<PassPage.Line> protocol(long id) {
        Map<Long, String> names = people.all().stream().collect(Collectors.toMap(Person::id, Person::name));
        return handovers.protocol(id).stream()
                .map(row -> new PassPage.Line(row, row.actorId() == null ? "" : names.getOrDefault(row.actorId(), "")))
                .toList();
    }

    private List<Team> otherTeams(Handover pass) {
        return people.teams().stream()
                .filter(team -> team.function() == TeamFunction.SALES)
                .filter(team -> !Objects.equals(team.id(), pass.toTeamId()))
                .toList();
    }
}
