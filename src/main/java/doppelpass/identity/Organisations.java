package doppelpass.identity;

import doppelpass.web.Refusal;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The one organisation of an installation: founded once, then changed by administrators. */
@Component
public class Organisations {
    private final IdentityTable table;
    private final People people;
    private final ApplicationEventPublisher events;

    Organisations(IdentityTable table, People people, ApplicationEventPublisher events) {
        this.table = table;
        this.people = people;
        this.events = events;
    }

    public Optional<Organisation> find() {
        return table.organisation();
    }

    /** The organisation; refused before set-up. */
    public Organisation get() {
        return find().orElseThrow(() -> Refusal.of("identity.error.notSetUp"));
    }

    /** Decimals of amounts in major units; before set-up those of most currencies. */
    public int decimals() {
        return find().map(organisation -> organisation.currency().getDefaultFractionDigits())
                .orElse(2);
    }

    /** Founds the organisation with its first administrator; modules prepare themselves in the same transaction. */
    @Transactional
    public long found(Organisation organisation, NewPerson administrator) {
        if (find().isPresent()) {
            throw Refusal.conflict("identity.error.alreadySetUp");
        }
        table.save(organisation);
        table.forgetLinks("setup");
        long id = people.add(administrator);
        events.publishEvent(new OrganisationFounded(organisation));
        return id;
    }

    @Transactional
    public void change(Organisation organisation) {
        table.save(organisation);
    }
}
