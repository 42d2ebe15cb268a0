package doppelpass.contacts;

import static doppelpass.lists.plug.EntryField.choice;
import static doppelpass.lists.plug.EntryField.link;
import static doppelpass.lists.plug.EntryField.text;

import doppelpass.fields.Fields;
import doppelpass.identity.Person;
import doppelpass.lists.plug.Entry;
import doppelpass.lists.plug.EntryField;
import doppelpass.lists.plug.Kind;
import doppelpass.lists.plug.Wrong;
import doppelpass.web.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Companies as programs send them, read like the company form. */
@Component
class CompanyEntry implements Entry {
    private static final Map<String, String> FORM = Map.of("vat_id", "vatId");

    private final Companies companies;
    private final Surroundings surroundings;
    private final Fields fields;

    CompanyEntry(Companies companies, Surroundings surroundings, Fields fields) {
        this.companies = companies;
        this.surroundings = surroundings;
        this.fields = fields;
    }

    @Override
    public String list() {
        return "companies";
    }

    @Override
    public List<EntryField> fields() {
        return List.of(
                text("name", "contacts.company").must(),
                choice("fit", "contacts.fit", CompanyForm.FITS),
                text("industry", "contacts.industry"),
                EntryField.of("employees", "contacts.employees", Kind.NUMBER),
                text("street", "contacts.street"),
                text("postcode", "contacts.postcode"),
                text("city", "contacts.city"),
                text("country", "contacts.country"),
                text("website", "contacts.website"),
                text("phone", "contacts.phone"),
                text("vat_id", "contacts.vatId"),
                link("parent", "contacts.parent", "companies").byName(),
                link("owner", "contacts.owner", EntryField.PEOPLE),
                text("note", "contacts.note"));
    }

    @Override
    public long add(Map<String, String> sent, Person by) {
        Map<String, String> typed = Named.typed(sent, FORM);
        typed.putIfAbsent("owner", Long.toString(by.id()));
        return companies.add(
                details(CompanyForm.read(typed, surroundings.home(), name -> Named.id(name, companies), null)));
    }

    @Override
    public void change(long id, Map<String, String> sent, Person by) {
        Company company = companies.find(id).orElseThrow(Refusal::notFound);
        CompanyForm.Read read = CompanyForm.typed(
                company, Named.typed(sent, FORM), surroundings.home(), name -> Named.id(name, companies));
        companies.change(id, details(read));
    }

    @Override
    public void complete(long id) {
        fields.demand("company", id, List.of());
    }

    private static CompanyDetails details(CompanyForm.Read read) {
        return read.details()
                .orElseThrow(
                        () -> new Wrong(Named.sent(new HashMap<>(read.form().errors()), FORM)));
    }
}
