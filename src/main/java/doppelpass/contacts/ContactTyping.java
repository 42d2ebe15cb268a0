package doppelpass.contacts;

import doppelpass.identity.Person;
import doppelpass.lists.plug.Editing;
import doppelpass.web.Refusal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One field of the form of a contact typed differently; what else is known stays as it is. */
record ContactTyping(Contacts contacts, Companies companies, Surroundings surroundings, String field)
        implements Editing.Change {

    @Override
    public void set(long id, String value, Person by) {
        Contact contact = contacts.find(id).orElseThrow(Refusal::notFound);
        contacts.change(
                id,
                ContactForm.typed(
                        contact,
                        field,
                        value,
                        surroundings.home(),
                        name -> companies.byName(name).map(Company::id)));
    }

    @Override
    public Set<Long> setAll(Map<Long, String> values, Person by) {
        String home = surroundings.home();
        Map<String, Optional<Long>> known = new HashMap<>();
        Map<Long, ContactDetails> typed = new TreeMap<>();
        contacts.hold(values.keySet())
                .forEach(contact -> ContactForm.typed(
                                contact,
                                Map.of(field, values.getOrDefault(contact.id(), "")),
                                home,
                                name -> known.computeIfAbsent(
                                        name, asked -> companies.byName(asked).map(Company::id)))
                        .details()
                        .ifPresent(details -> typed.put(contact.id(), details)));
        return contacts.change(typed);
    }
}
