package doppelpass.contacts;

import doppelpass.bin.Deletable;
import doppelpass.timeline.Subject;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Contacts and companies can be deleted and put back. */
@Component
class ContactDeletable implements Deletable {
    @Override
    public Map<Subject.Kind, String> tables() {
        return Map.of(Subject.Kind.CONTACT, "contacts.contact", Subject.Kind.COMPANY, "contacts.company");
    }
}
