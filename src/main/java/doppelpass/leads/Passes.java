package doppelpass.leads;

import doppelpass.core.BusinessCalendar;
import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.core.TeamFunction;
import doppelpass.identity.Organisations;
import doppelpass.identity.People;
import doppelpass.identity.Person;
import doppelpass.identity.Team;
import doppelpass.timeline.Subject;
import doppelpass.web.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The inbox of passes with the time left on each team's own calendar. */
@Component
public class Passes {
    private final PassTable table;
    private final Promises promises;
    private final People people;
    private final Organisations organisations;

    Passes(PassTable table, Promises promises, People people, Organisations organisations) {
        this.table = table;
        this.promises = promises;
        this.people = people;
        this.organisations = organisations;
    }

    /** What this person's team has to decide, answer or call, the most urgent first. */
    @Transactional(readOnly = true)
    public List<PassView> toUs(Person me, Instant now) {
        return views(plays(me) ? table.incoming(me) : table.allOpen(), now);
    }

    @Transactional(readOnly = true)
    public List<PassView> fromUs(Person me, Instant now) {
        return views(plays(me) ? table.outgoing(me) : table.allOpen(), now);
    }

    @Transactional(readOnly = true)
    public Page<PassView> decided(PageRequest request, Instant now) {
        var view = view(now);
        return table.decided(request).map(view::of);
    }

    @Transactional(readOnly = true)
    public Page<PassView> history(PageRequest request, Instant now) {
        var view = view(now);
        return table.history(request).map(view::of);
    }

    @Transactional(readOnly = true)
    public PassView get(long id, Instant now) {
        return table.find(id).map(view(now)::of).orElseThrow(Refusal::notFound);
    }

    public int waiting(Person me) {
        return plays(me) ? table.waiting(me) : 0;
    }

    /** The passes about a contact or company, the newest first. */
    @Transactional(readOnly = true)
    public List<PassView> about(Subject subject, Instant now) {
        var view = view(now);
        return table.about(subject).stream().map(view::of).toList();
    }

    private static boolean plays(Person me) {
        return me.function() == TeamFunction.MARKETING
                || me.function() == TeamFunction.SALES
                || me.function() == TeamFunction.SERVICE;
    }

    private List<PassView> views(List<PassTable.Row> rows, Instant now) {
        var view = view(now);
        return rows.stream()
                .map(view::of)
                .sorted(java.util.Comparator.comparing(v -> v.due().orElse(Instant.MAX)))
                .toList();
    }

    private View view(Instant now) {
        Map<Long, Team> teams = people.teams().stream().collect(Collectors.toMap(Team::id, team -> team));
        LocalDate today = LocalDate.ofInstant(now, organisations.get().zone());
        return new View(teams, new HashMap<>(), now, today);
    }

    /** Looks each team's calendar up once. */
    private final class View {
        private final Map<Long, Team> teams;
        private final Map<Long, BusinessCalendar> calendars;
        private final Instant now;
        private final LocalDate today;

        View(Map<Long, Team> teams, Map<Long, BusinessCalendar> calendars, Instant now, LocalDate today) {
            this.teams = teams;
            this.calendars = calendars;
            this.now = now;
            this.today = today;
        }

        PassView of(PassTable.Row row) {
            Handover pass = row.pass();
            Optional<Countdown> countdown = pass.countdown();
            BusinessCalendar calendar = calendars.computeIfAbsent(
                    pass.toTeamId() == null ? 0 : pass.toTeamId(), id -> promises.calendar(id == 0 ? null : id));
            return new PassView(
                    pass,
                    row.lead(),
                    row.contact(),
                    row.company(),
                    team(pass.fromTeamId()),
                    team(pass.toTeamId()),
                    row.offeredBy(),
                    row.decidedBy(),
                    countdown.map(c -> c.left(now, calendar)).orElse((Duration) null),
                    countdown.map(c -> c.total(calendar)).orElse((Duration) null),
                    countdown.map(c -> c.share(now, calendar)).orElse(0.0),
                    countdown
                            .map(c -> LocalDate.ofInstant(c.due(), calendar.zone())
                                    .equals(today))
                            .orElse(false));
        }

        private @org.jspecify.annotations.Nullable String team(@org.jspecify.annotations.Nullable Long id) {
            Team team = id == null ? null : teams.get(id);
            return team == null ? null : team.name();
        }
    }
}
