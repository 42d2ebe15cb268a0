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

/** The companies that buy or might. */
@Component
public class Companies implements Saving.Records<CompanyDetails> {
    private final CompanyTable table;
    private final Twins twins;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Companies(CompanyTable table, Twins twins, Clock clock, ApplicationEventPublisher events) {
        this.table = table;
        this.twins = twins;
        this.clock = clock;
        this.events = events;
    }

    public Optional<Company> find(long id) {
        return table.find(id);
    }

    /** The oldest company of this name, whatever its case. */
    public Optional<Company> byName(String name) {
        return table.idByName(name).flatMap(table::find);
    }

    @Transactional
    @Override
    public long add(CompanyDetails details) {
        return add(details, clock.instant(), Origin.NONE);
    }

    /** A company known since {@code createdAt}, taken over from elsewhere. */
    @Transactional
    public long add(CompanyDetails details, Instant createdAt, Origin origin) {
        demandName(details);
        long id = table.insert(details, createdAt, origin, clock.instant());
        events.publishEvent(new CompanyAdded(id, details));
        return id;
    }

    /** Refused when the company would become its own parent, over whatever generations. */
    @Transactional
    @Override
    public void change(long id, CompanyDetails details) {
        demandName(details);
        if (details.parentId() != null && table.descends(details.parentId(), id)) {
            throw Refusal.of("contacts.error.parent");
        }
        if (!table.update(id, details, clock.instant())) {
            throw Refusal.notFound();
        }
        events.publishEvent(new CompaniesChanged(Set.of(id)));
    }

    /** Those of these numbers, held until the transaction ends: nobody changes them between reading and writing. */
    @Transactional
    List<Company> hold(Collection<Long> ids) {
        return table.hold(ids);
    }

    /** Many at once, each with its details whose parent is as it was; those that are there. */
    @Transactional
    Set<Long> change(Map<Long, CompanyDetails> details) {
        if (details.isEmpty()) return Set.of();
        details.values().forEach(Companies::demandName);
        Set<Long> changed = table.update(details, clock.instant());
        events.publishEvent(new CompaniesChanged(changed));
        return changed;
    }

    /** Companies that probably are this one, and why. */
    @Override
    public List<Twin> likely(CompanyDetails details, @Nullable Long but) {
        return twins.of(Subject.Kind.COMPANY, CompanyDuplicates.values(details), but);
    }

    private static void demandName(CompanyDetails details) {
        if (details.name().isBlank()) {
            throw Refusal.of("contacts.error.companyName");
        }
    }
}
