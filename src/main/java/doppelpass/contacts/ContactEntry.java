package doppelpass.contacts;

import static doppelpass.lists.plug.EntryField.choice;
import static doppelpass.lists.plug.EntryField.link;
import static doppelpass.lists.plug.EntryField.text;

import doppelpass.fields.Fields;
import doppelpass.identity.Person;
import doppelpass.lists.plug.Entry;
import doppelpass.lists.plug.EntryField;
import doppelpass.lists.plug.Wrong;
import doppelpass.web.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Contacts as programs send them, read like the contact form. */
@Component
class ContactEntry implements Entry {
    /** What the form calls otherwise. */
    private static final Map<String, String> FORM = Map.of(
            "first_name", "firstName",
            "last_name", "lastName",
            "job_title", "jobTitle",
            "basis", "lawfulBasis",
            "may_mail", "mayMail",
            "may_call", "mayCall");

    private final Contacts contacts;
    private final Companies companies;
    private final Surroundings surroundings;
    private final Fields fields;

    ContactEntry(Contacts contacts, Companies companies, Surroundings surroundings, Fields fields) {
        this.contacts = contacts;
        this.companies = companies;
        this.surroundings = surroundings;
        this.fields = fields;
    }

    @Override
    public String list() {
        return "contacts";
    }

    /** A company that nobody keeps a record of may be named by a text. */
    @Override
    public List<EntryField> fields() {
        return List.of(
                text("first_name", "contacts.firstName"),
                text("last_name", "contacts.lastName"),
                text("mail", "contacts.mail"),
                text("phone", "contacts.phone"),
                text("mobile", "contacts.mobile"),
                link("company", "contacts.company", "companies").byName(),
                text("job_title", "contacts.jobTitle"),
                text("country", "contacts.country"),
                text("source", "contacts.source"),
                choice("basis", "contacts.lawfulBasis", ContactForm.BASES),
                choice("may_mail", "contacts.mayMail", ContactForm.ANSWERS),
                choice("may_call", "contacts.mayCall", ContactForm.ANSWERS),
                link("owner", "contacts.owner", EntryField.PEOPLE),
                text("note", "contacts.note"));
    }

    @Override
    public long add(Map<String, String> sent, Person by) {
        Map<String, String> typed = Named.typed(sent, FORM);
        typed.putIfAbsent("owner", Long.toString(by.id()));
        return contacts.add(
                details(ContactForm.read(typed, surroundings.home(), name -> Named.id(name, companies), null)));
    }

    @Override
    public void change(long id, Map<String, String> sent, Person by) {
        Contact contact = contacts.find(id).orElseThrow(Refusal::notFound);
        ContactForm.Read read = ContactForm.typed(
                contact, Named.typed(sent, FORM), surroundings.home(), name -> Named.id(name, companies));
        contacts.change(id, details(read));
    }

    @Override
    public void complete(long id) {
        fields.demand("contact", id, List.of());
    }

    @Override
    public boolean mailed() {
        return true;
    }

    @Override
    public Optional<Long> withMail(String mail) {
        return contacts.byMail(mail).map(Contact::id);
    }

    private static ContactDetails details(ContactForm.Read read) {
        return read.details()
                .orElseThrow(
                        () -> new Wrong(Named.sent(new HashMap<>(read.form().errors()), FORM)));
    }
}
