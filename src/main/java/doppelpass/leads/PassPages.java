package doppelpass.leads;

import doppelpass.core.TeamFunction;
import doppelpass.identity.People;
import doppelpass.identity.Person;
import doppelpass.identity.Team;
import doppelpass.timeline.Histories;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the page of one pass together for one reader. */
@Component
class PassPages {
    private final Handovers handovers;
    private final Qualifications qualifications;
    private final Promises promises;
    private final TeamPasses teamPasses;
    private final WhomTable whom;
    private final Histories histories;
    private final People people;

    PassPages(
            Handovers handovers,
            Qualifications qualifications,
            Promises promises,
            TeamPasses teamPasses,
            WhomTable whom,
            Histories histories,
            People people) {
        this.handovers = handovers;
        this.qualifications = qualifications;
        this.promises = promises;
        this.teamPasses = teamPasses;
        this.whom = whom;
        this.histories = histories;
        this.people = people;
    }

    PassPage page(PassView view, Person me, Instant now) {
        Handover pass = view.pass();
        boolean receiving = me.function() == pass.to();
        return new PassPage(
                view,
                pass.kind().movesLead() ? qualifications.of(pass.leadId(), now) : null,
                whom(pass),
                teamPasses.names(pass.about()),
                histories.of(pass.subject()),
                protocol(pass.id()),
                otherTeams(pass),
                receiving && pass.open() && pass.kind() != Handover.Kind.REWORK,
                pass.open() && view.resting() && me.function() == pass.from(),
                receiving && pass.awaitsResponse(),
                promises.inForce(Promise.Code.S2, pass.handRaise()));
    }

    private @Nullable Whom whom(Handover pass) {
        Long contact = pass.about().contactId();
        if (contact != null) return whom.ofContact(contact).orElse(null);
        return pass.about().leadId() == null
                ? null
                : whom.ofLead(pass.about().leadId()).orElse(null);
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
