package doppelpass.news;

import doppelpass.identity.Person;
import doppelpass.records.Access;
import doppelpass.timeline.Subject;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who follows which record, and what they want by mail. */
@Component
public class Follows {
    private final FollowTable table;
    private final Access access;
    private final Clock clock;

    Follows(FollowTable table, Access access, Clock clock) {
        this.table = table;
        this.access = access;
        this.clock = clock;
    }

    @Transactional
    public void follow(Subject record, Person person) {
        table.follow(person.id(), access.demand(record, person), clock.instant());
    }

    @Transactional
    public void unfollow(Subject record, Person person) {
        table.unfollow(person.id(), record);
    }

    boolean follows(Subject record, Person person) {
        return table.follows(person.id(), record);
    }

    public Preference preference(Person person) {
        return table.preference(person.id());
    }

    @Transactional
    public void prefer(Person person, Preference wanted) {
        table.prefer(person.id(), wanted, clock.instant());
    }
}
