package doppelpass.identity;

import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.web.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What administrators do with people and teams; there is always one active administrator left. */
@Component
class Staff {
    private static final Duration INVITATION = Duration.ofDays(7);

    private final StaffTable table;
    private final IdentityTable identity;
    private final People people;
    private final Clock clock;

    Staff(StaffTable table, IdentityTable identity, People people, Clock clock) {
        this.table = table;
        this.identity = identity;
        this.people = people;
        this.clock = clock;
    }

    Page<StaffRow> page(StaffFilter filter, PageRequest request) {
        return table.page(filter, request);
    }

    StaffRow get(long id) {
        return table.row(id).orElseThrow(Refusal::notFound);
    }

    List<TeamRow> teams() {
        return table.teams();
    }

    @Transactional
    public long invite(NewPerson person) {
        demandOpenTeam(person.teamId(), null);
        return people.add(person);
    }

    /** The path of a page on which the person chooses a password, once, within a week; earlier links stop working. */
    @Transactional
    public String link(long id) {
        if (!get(id).active()) {
            throw Refusal.conflict("identity.error.inactiveLink");
        }
        String token = Tokens.fresh();
        identity.useLinksOf(id, "password", clock.instant());
        identity.insertLink(Tokens.hash(token), "password", id, clock.instant().plus(INVITATION));
        return "/password/" + token;
    }

    @Transactional
    public void change(long id, StaffChange change) {
        StaffRow before = get(id);
        if (!change.administrator()) {
            keepAnAdministrator(id);
        }
        if (identity.personByMail(change.mail()).filter(p -> p.id() != id).isPresent()) {
            throw Refusal.conflict("identity.error.mailTaken", change.mail());
        }
        demandOpenTeam(change.teamId(), before.teamId());
        table.change(id, change);
    }

    /** Ends the person's sessions and links at once; what they did stays theirs. */
    @Transactional
    public void deactivate(long id) {
        get(id);
        keepAnAdministrator(id);
        table.activate(id, false);
        identity.useLinksOf(id, "password", clock.instant());
        people.endSessions(id);
    }

    @Transactional
    public void reactivate(long id) {
        get(id);
        table.activate(id, true);
    }

    @Transactional
    public void changeTeam(long id, String name, @Nullable String region) {
        team(id);
        if (name.isBlank()) {
            throw Refusal.of("identity.error.name");
        }
        if (table.teams().stream().anyMatch(t -> t.id() != id && t.name().equalsIgnoreCase(name.strip()))) {
            throw Refusal.conflict("identity.error.teamTaken", name.strip());
        }
        table.changeTeam(id, name.strip(), region);
    }

    /** An archived team keeps its history and is offered to nobody any more. */
    @Transactional
    public void archiveTeam(long id) {
        if (team(id).members() > 0) {
            throw Refusal.conflict("identity.error.teamInUse", team(id).members());
        }
        table.archiveTeam(id, true);
    }

    @Transactional
    public void reopenTeam(long id) {
        team(id);
        table.archiveTeam(id, false);
    }

    private TeamRow team(long id) {
        return table.teams().stream().filter(t -> t.id() == id).findFirst().orElseThrow(Refusal::notFound);
    }

    private void keepAnAdministrator(long id) {
        if (table.administrators().equals(List.of(id))) {
            throw Refusal.conflict("identity.error.lastAdministrator");
        }
    }

    /** A team that is archived takes nobody new; who is in it may stay. */
    private void demandOpenTeam(@Nullable Long id, @Nullable Long before) {
        if (id != null && !Objects.equals(id, before) && team(id).archived()) {
            throw Refusal.conflict("identity.error.teamArchived");
        }
    }
}
