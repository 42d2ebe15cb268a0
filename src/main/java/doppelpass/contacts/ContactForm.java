package doppelpass.contacts;

import doppelpass.web.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of the contact form as they stand on the page, and what is wrong with them. */
public record ContactForm(Map<String, String> fields, Map<String, String> errors) {
    static final List<String> BASES = List.of("consent", "contract", "legitimate_interest", "legal_duty");
    static final List<String> ANSWERS = List.of("unknown", "yes", "no");

    /** What came out: the details if nothing is wrong. */
    record Read(ContactForm form, Optional<ContactDetails> details) {}

    /** Finds a company by its name; a name of none is kept as text. */
    interface CompanyByName {
        Optional<Long> id(String name);
    }

    static ContactForm empty(String company, String owner) {
        return new ContactForm(Map.of("company", company, "owner", owner), Map.of());
    }

    static ContactForm of(Contact contact, String home) {
        ContactDetails d = contact.details();
        Map<String, String> fields = new HashMap<>();
        put(fields, "firstName", d.firstName());
        put(fields, "lastName", d.lastName());
        put(fields, "mail", d.mail());
        put(fields, "phone", d.phone() == null ? null : Phones.shown(d.phone(), home));
        put(fields, "mobile", d.mobile() == null ? null : Phones.shown(d.mobile(), home));
        put(fields, "jobTitle", d.jobTitle());
        put(fields, "company", contact.companyName());
        put(fields, "country", d.country());
        put(fields, "source", d.source());
        put(fields, "lawfulBasis", d.lawfulBasis());
        put(fields, "mayMail", d.mayMail());
        put(fields, "mayCall", d.mayCall());
        put(fields, "owner", d.ownerId() == null ? null : d.ownerId().toString());
        put(fields, "note", d.note());
        return new ContactForm(fields, Map.of());
    }

    static Read read(Map<String, String> sent, String home, CompanyByName companies, @Nullable Contact kept) {
        return read(new Inputs(sent, home, new HashMap<>(), null), companies, kept);
    }

    /** A contact with one field typed differently, all else as it is kept; refused if that field cannot be so. */
    static ContactDetails typed(Contact contact, String field, String value, String home, CompanyByName companies) {
        Read read = typed(contact, Map.of(field, value), home, companies);
        return read.details()
                .orElseThrow(() ->
                        Refusal.of(read.form().errors().values().iterator().next()));
    }

    /** The same with several fields. */
    static Read typed(Contact contact, Map<String, String> typed, String home, CompanyByName companies) {
        ContactDetails kept = contact.details();
        Map<String, String> fields = new HashMap<>(of(contact, home).fields());
        put(fields, "phone", kept.phone());
        put(fields, "mobile", kept.mobile());
        fields.putAll(typed);
        return read(new Inputs(fields, home, new HashMap<>(), typed.keySet()), companies, contact);
    }

    private record At(@Nullable Long id, @Nullable String text) {}

    /** An unchanged name is the same company, even where another has that name too. */
    private static At company(String name, CompanyByName companies, @Nullable Contact kept) {
        if (kept != null && name.equals(kept.companyName()))
            return new At(kept.details().companyId(), kept.details().companyText());
        if (name.isEmpty()) return new At(null, null);
        Optional<Long> id = companies.id(name);
        return new At(id.orElse(null), id.isPresent() ? null : name);
    }

    private static Read read(Inputs in, CompanyByName companies, @Nullable Contact kept) {
        String country = in.country("country");
        At company = company(in.text("company"), companies, kept);
        String basis = in.oneOf("lawfulBasis", BASES, "");
        ContactDetails details = new ContactDetails(
                company.id(),
                company.text(),
                in.text("firstName"),
                in.text("lastName"),
                in.mail("mail"),
                in.phone("phone", country),
                in.phone("mobile", country),
                in.optional("jobTitle"),
                country,
                in.optional("source"),
                basis.isEmpty() ? null : basis,
                in.oneOf("mayMail", ANSWERS, "unknown"),
                in.oneOf("mayCall", ANSWERS, "unknown"),
                in.number("owner"),
                in.optional("note"));
        if (details.name().isEmpty()) {
            in.errors().put("lastName", "contacts.error.name");
        }
        return new Read(
                new ContactForm(in.sent(), in.errors()),
                in.errors().isEmpty() ? Optional.of(details) : Optional.empty());
    }

    public String value(String field) {
        return fields.getOrDefault(field, "");
    }

    public @Nullable String error(String field) {
        return errors.get(field);
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        fields.put(name, value == null ? "" : value);
    }
}
