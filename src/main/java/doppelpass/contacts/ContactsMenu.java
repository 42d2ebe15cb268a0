package doppelpass.contacts;

import doppelpass.web.Menu;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class ContactsMenu implements Menu {
    @Override
    public List<Entry> entries() {
        return List.of(
                new Entry(Section.RECORDS, 10, "contacts.title", "/contacts", "address-book"),
                new Entry(Section.RECORDS, 20, "contacts.companies", "/companies", "building"));
    }
}
