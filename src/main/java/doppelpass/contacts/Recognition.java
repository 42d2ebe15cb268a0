package doppelpass.contacts;

import doppelpass.duplicates.MergeUndone;
import doppelpass.duplicates.RecordsMerged;
import doppelpass.duplicates.Twins;
import doppelpass.timeline.Subject;
import java.util.stream.LongStream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps what contacts and companies are recognised by up to date, and tells the neighbours when a merge changed one. */
@Component
class Recognition {
    private final Twins twins;
    private final ContactTable contacts;
    private final CompanyTable companies;
    private final ApplicationEventPublisher events;

    Recognition(Twins twins, ContactTable contacts, CompanyTable companies, ApplicationEventPublisher events) {
        this.twins = twins;
        this.contacts = contacts;
        this.companies = companies;
        this.events = events;
    }

    @EventListener
    void on(ContactAdded added) {
        twins.note(Subject.Kind.CONTACT, added.id());
    }

    @EventListener
    void on(ContactChanged changed) {
        twins.note(Subject.Kind.CONTACT, changed.id());
    }

    @EventListener
    void on(CompanyAdded added) {
        twins.note(Subject.Kind.COMPANY, added.id());
    }

    @EventListener
    void on(CompanyChanged changed) {
        twins.note(Subject.Kind.COMPANY, changed.id());
    }

    @EventListener
    void on(RecordsMerged merged) {
        changed(merged.winner());
    }

    @EventListener
    void on(MergeUndone undone) {
        LongStream.concat(
                        LongStream.of(undone.winner().id()),
                        undone.losers().stream().mapToLong(Long::longValue))
                .forEach(id -> changed(new Subject(undone.winner().kind(), id)));
    }

    private void changed(Subject record) {
        if (record.kind() == Subject.Kind.CONTACT) {
            contacts.find(record.id())
                    .ifPresent(c -> events.publishEvent(new ContactChanged(record.id(), c.details())));
        } else if (record.kind() == Subject.Kind.COMPANY) {
            companies
                    .find(record.id())
                    .ifPresent(c -> events.publishEvent(new CompanyChanged(record.id(), c.details())));
        }
    }
}
