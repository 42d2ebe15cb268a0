package doppelpass.contacts;

import doppelpass.timeline.Subject;
import doppelpass.timeline.SubjectNames;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells the timeline what contacts and companies are called. */
@Component
class ContactNames implements SubjectNames {
    private final ContactTable contacts;
    private final CompanyTable companies;

    ContactNames(ContactTable contacts, CompanyTable companies) {
        this.contacts = contacts;
        this.companies = companies;
    }

    @Override
    public Set<Subject.Kind> kinds() {
        return Set.of(Subject.Kind.CONTACT, Subject.Kind.COMPANY);
    }

    @Override
    public Map<Long, String> names(Subject.Kind kind, Set<Long> ids) {
        return kind == Subject.Kind.CONTACT ? contacts.names(ids) : companies.names(ids);
    }
}
