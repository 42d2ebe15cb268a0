package doppelpass.webhooks;

import doppelpass.api.Events;
import doppelpass.database.Seeing;
import doppelpass.identity.People;
import doppelpass.identity.Person;
import doppelpass.work.Job;
import doppelpass.work.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads the journal on for every endpoint, with the eyes of its person, and has sent what is due. */
@Component
class Feed implements Job {
    static final String KIND = "webhooks.feed";
    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
    private static final Duration PAUSE = Duration.ofSeconds(15);
    private static final int AT_ONCE = 1_000;
    /** The rest of a long stretch comes with the next run, so that no endpoint waits for another's. */
    private static final int STRETCHES = 20;

    private final Endpoints endpoints;
    private final Deliveries deliveries;
    private final EndpointTable table;
    private final Events events;
    private final People people;
    private final Seeing seeing;

    Feed(Endpoints endpoints, Deliveries deliveries, EndpointTable table, Events events, People people, Seeing seeing) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.table = table;
        this.events = events;
        this.people = people;
        this.seeing = seeing;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Instant> next(Instant now) {
        return Optional.of(now.plus(PAUSE));
    }

    @Override
    public int atOnce() {
        return 1;
    }

    @Override
    public void run(Run run) {
        for (Endpoint endpoint : endpoints.active()) {
            try {
                follow(endpoint);
            } catch (RuntimeException e) {
                LOG.warn("Endpoint {} is not told this time", endpoint.id(), e);
            }
        }
        deliveries.wake();
    }

    private void follow(Endpoint endpoint) {
        Optional<Person> person = people.find(endpoint.personId()).filter(Person::active);
        if (person.isEmpty()) endpoints.stop(endpoint, "person");
        else seeing.as(person.get().id(), () -> read(endpoint, person.get()));
    }

    private void read(Endpoint endpoint, Person person) {
        long at = table.position(endpoint.id());
        for (int i = 0; i < STRETCHES; i++) {
            Events.Heard heard = events.after(at, AT_ONCE, endpoint.lists(), person);
            List<Events.Event> told = heard.events().stream()
                    .filter(event -> endpoint.hears(event.type()))
                    .toList();
            if (heard.next() != at && !deliveries.take(endpoint.id(), at, heard.next(), told)) return;
            if (!heard.more()) return;
            at = heard.next();
        }
    }
}
