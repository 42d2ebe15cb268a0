package doppelpass.reach;

import doppelpass.identity.People;
import doppelpass.identity.Person;
import doppelpass.identity.Team;
import doppelpass.records.Access;
import doppelpass.timeline.Subject;
import doppelpass.web.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records opened to one more person or team. Whoever may change a record may share it. */
@Component
public class Shares {
    private final ShareTable table;
    private final Access access;
    private final People people;
    private final Clock clock;

    Shares(ShareTable table, Access access, People people, Clock clock) {
        this.table = table;
        this.access = access;
        this.people = people;
        this.clock = clock;
    }

    public List<Share> of(Subject record) {
        Map<Long, String> teams = people.teams().stream().collect(Collectors.toMap(Team::id, Team::name));
        return table.of(record, teams);
    }

    /** {@code with} is {@code person-7} or {@code team-3}. Sharing twice changes nothing. */
    @Transactional
    public Subject share(String code, String with, Person by) {
        Subject record = access.demandChange(code, by);
        boolean team = with.startsWith("team-");
        if (!with.matches("(person|team)-\\d{1,18}")) throw Refusal.of("reach.error.with");
        long receiver = Long.parseLong(with.substring(with.indexOf('-') + 1));
        boolean known = team
                ? people.teams().stream().anyMatch(some -> some.id() == receiver)
                : people.find(receiver).filter(Person::active).isPresent();
        if (!known) throw Refusal.of("reach.error.with");
        table.add(record, team, receiver, by.id(), clock.instant());
        return record;
    }

    @Transactional
    public Subject end(String code, long id, Person by) {
        Subject record = access.demandChange(code, by);
        if (!table.remove(record, id)) throw Refusal.notFound();
        return record;
    }
}
