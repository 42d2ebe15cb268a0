package doppelpass.contacts;

import doppelpass.duplicates.MergeUndone;
import doppelpass.duplicates.RecordsMerged;
import doppelpass.duplicates.Twins;
import doppelpass.timeline.Subject;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps what contacts and companies are recognised by up to date, and tells the neighbours when a merge changed one. */
@Component
class Recognition {
    private final Twins twins;
    private final ApplicationEventPublisher events;

    Recognition(Twins twins, ApplicationEventPublisher events) {
        this.twins = twins;
        this.events = events;
    }

    @EventListener
    void on(ContactAdded added) {
        twins.note(Subject.Kind.CONTACT, Set.of(added.id()));
    }

    @EventListener
    void on(ContactsChanged changed) {
        twins.note(Subject.Kind.CONTACT, changed.ids());
    }

    @EventListener
    void on(CompanyAdded added) {
        twins.note(Subject.Kind.COMPANY, Set.of(added.id()));
    }

    @EventListener
    void on(CompaniesChanged changed) {
        twins.note(Subject.Kind.COMPANY, changed.ids());
    }

    @EventListener
    void on(RecordsMerged merged) {
        changed(merged.winner().kind(), Set.of(merged.winner().id()));
    }

    @EventListener
    void on(MergeUndone undone) {
        Set<Long> ids = new TreeSet<>(undone.losers());
        ids.add(undone.winner().id());
        changed(undone.winner().kind(), ids);
    }

    private void changed(Subject.Kind kind, Set<Long> ids) {
        if (kind == Subject.Kind.CONTACT) events.publishEvent(new ContactsChanged(ids));
        else if (kind == Subject.Kind.COMPANY) events.publishEvent(new CompaniesChanged(ids));
    }
}
