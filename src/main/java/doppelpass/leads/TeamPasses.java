package doppelpass.leads;

import doppelpass.core.TeamFunction;
import doppelpass.identity.People;
import doppelpass.identity.Person;
import doppelpass.identity.Team;
import doppelpass.timeline.About;
import doppelpass.timeline.Subject;
import doppelpass.timeline.SubjectNames;
import doppelpass.web.Refusal;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Passes beside those of leads, in every direction: a won customer to service, signals of service to sales, references and
 * wishes for content to marketing. They are decided like any pass, see {@link Handovers}.
 */
@Component
public class TeamPasses {
    private final HandoverTable table;
    private final WhomTable whom;
    private final Moves moves;
    private final People people;
    private final List<SubjectNames> keepers;

    TeamPasses(HandoverTable table, WhomTable whom, Moves moves, People people, List<SubjectNames> keepers) {
        this.table = table;
        this.whom = whom;
        this.moves = moves;
        this.people = people;
        this.keepers = keepers;
    }

    /** What a team may pass by hand beside its leads. */
    public static List<Handover.Kind> kindsOf(TeamFunction function) {
        return Arrays.stream(Handover.Kind.values())
                .filter(kind -> !kind.movesLead() && kind.from() == function)
                .toList();
    }

    @Transactional
    public long offer(TeamPass pass, Person by, Instant at) {
        if (!kindsOf(by.function()).contains(pass.kind())) {
            throw Refusal.forbidden("leads.error.kind");
        }
        if (pass.title().isBlank()) throw Refusal.of("leads.error.title");
        if (pass.message().isBlank()) throw Refusal.of("leads.error.message");
        if (names(pass.about()).size() < pass.about().subjects().size()) throw Refusal.notFound();
        About about = whom.complete(pass.about());
        refuseTwice(pass.kind(), about);
        return open(pass, about, by.teamId(), by.id(), at);
    }

    /**
     * The customer of a won deal goes to service, with what sales promised. Nothing happens where nobody plays service, or
     * the win was handed on already.
     */
    @Transactional
    public Optional<Long> onboard(
            About about, String title, @Nullable String promised, @Nullable Long actor, Instant at) {
        boolean nobody = team(TeamFunction.SERVICE, null).isEmpty();
        if (nobody
                || !table.openOnboardings(Objects.requireNonNull(about.dealId()))
                        .isEmpty()) return Optional.empty();
        Optional<Person> seller = Optional.ofNullable(actor).flatMap(people::find);
        var pass = new TeamPass(Handover.Kind.ONBOARDING, about, title, promised == null ? "" : promised, null);
        return Optional.of(
                open(pass, whom.complete(about), seller.map(Person::teamId).orElse(null), actor, at));
    }

    /** The win was taken back before service took the customer over. */
    @Transactional
    public void withdrawOnboarding(long dealId, Instant at) {
        table.openOnboardings(dealId)
                .forEach(pass -> table.decide(pass.id(), Handover.Outcome.WITHDRAWN, null, at, null, null, null));
    }

    /** What the records of a pass are called, in the order deal, lead, contact, company as far as there are any. */
    public Map<Subject, String> names(About about) {
        Map<Subject, String> names = new LinkedHashMap<>();
        for (Subject subject : about.subjects().reversed()) {
            keepers.stream()
                    .filter(keeper -> keeper.kinds().contains(subject.kind()))
                    .map(keeper ->
                            keeper.names(subject.kind(), Set.of(subject.id())).get(subject.id()))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(name -> names.put(subject, name));
        }
        return names;
    }

    private long open(TeamPass pass, About about, @Nullable Long fromTeam, @Nullable Long by, Instant at) {
        Long to = team(pass.kind().to(), pass.toTeamId()).map(Team::id).orElse(null);
        var between = new Moves.Pass(
                pass.kind().from(),
                fromTeam,
                to,
                pass.title().strip(),
                pass.message().strip(),
                pass.toTeamId() == null ? null : "chosen",
                null,
                true);
        return moves.open(about, 1, pass.kind(), false, between, by, at);
    }

    /** The unique index would refuse it too; this says it in words. */
    private void refuseTwice(Handover.Kind kind, About about) {
        Long deal = about.dealId();
        if (kind == Handover.Kind.ONBOARDING
                && deal != null
                && !table.openOnboardings(deal).isEmpty()) {
            throw Refusal.conflict("leads.error.onboarding");
        }
    }

    private Optional<Team> team(TeamFunction function, @Nullable Long chosen) {
        return people.teams().stream()
                .filter(team -> team.function() == function)
                .filter(team -> chosen == null || team.id() == chosen)
                .findFirst();
    }
}
