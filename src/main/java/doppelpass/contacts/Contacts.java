package doppelpass.contacts;

import doppelpass.timeline.Origin;
import doppelpass.web.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people we hold data on. */
@Component
public class Contacts implements Saving.Records<ContactDetails> {
    private final ContactTable table;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Contacts(ContactTable table, Clock clock, ApplicationEventPublisher events) {
        this.table = table;
        this.clock = clock;
        this.events = events;
    }

    public Optional<Contact> find(long id) {
        return table.find(id);
    }

    /** The oldest contact with this mail address. */
    public Optional<Contact> byMail(String mail) {
        return table.idByMail(mail).flatMap(table::find);
    }

    @Transactional
    @Override
    public long add(ContactDetails details) {
        return add(details, clock.instant(), Origin.NONE);
    }

    /** Somebody known since {@code createdAt}, taken over from elsewhere. */
    @Transactional
    public long add(ContactDetails details, Instant createdAt, Origin origin) {
        demandName(details);
        long id = table.insert(details, createdAt, origin, clock.instant());
        events.publishEvent(new ContactAdded(id, details));
        return id;
    }

    @Transactional
    @Override
    public void change(long id, ContactDetails details) {
        demandName(details);
        if (!table.update(id, details, clock.instant())) {
            throw Refusal.notFound();
        }
        events.publishEvent(new ContactChanged(id, details));
    }

    /** Contacts that probably are this person: same mail address, same number, same name at the same company. */
    @Override
    public List<Likely> likely(ContactDetails details, @Nullable Long but) {
        return table.likely(details, but);
    }

    private static void demandName(ContactDetails details) {
        if (details.name().isEmpty()) {
            throw Refusal.of("contacts.error.name");
        }
    }
}
