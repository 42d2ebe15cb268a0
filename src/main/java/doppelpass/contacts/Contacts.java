package doppelpass.contacts;

import doppelpass.duplicates.Twin;
import doppelpass.duplicates.Twins;
import doppelpass.timeline.Origin;
import doppelpass.timeline.Subject;
import doppelpass.web.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people we hold data on. */
@Component
public class Contacts implements Saving.Records<ContactDetails> {
    private final ContactTable table;
    private final CompanyTable companies;
    private final Twins twins;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Contacts(ContactTable table, CompanyTable companies, Twins twins, Clock clock, ApplicationEventPublisher events) {
        this.table = table;
        this.companies = companies;
        this.twins = twins;
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
        events.publishEvent(new ContactsChanged(Set.of(id)));
    }

    /** Those of these numbers, held until the transaction ends: nobody changes them between reading and writing. */
    @Transactional
    List<Contact> hold(Collection<Long> ids) {
        return table.hold(ids);
    }

    /** Many at once, each with its details; those that are there. */
    @Transactional
    Set<Long> change(Map<Long, ContactDetails> details) {
        if (details.isEmpty()) return Set.of();
        details.values().forEach(Contacts::demandName);
        Set<Long> changed = table.update(details, clock.instant());
        events.publishEvent(new ContactsChanged(changed));
        return changed;
    }

    /** Contacts that probably are this person, and why. */
    @Override
    public List<Twin> likely(ContactDetails details, @Nullable Long but) {
        String company = details.companyId() == null
                ? null
                : companies.names(Set.of(details.companyId())).get(details.companyId());
        return twins.of(Subject.Kind.CONTACT, ContactDuplicates.values(details, company), but);
    }

    private static void demandName(ContactDetails details) {
        if (details.name().isEmpty()) {
            throw Refusal.of("contacts.error.name");
        }
    }
}
