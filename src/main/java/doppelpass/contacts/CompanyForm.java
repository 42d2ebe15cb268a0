package doppelpass.contacts;

import doppelpass.web.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of the company form as they stand on the page, and what is wrong with them. */
public record CompanyForm(Map<String, String> fields, Map<String, String> errors) {
    static final List<String> FITS = List.of("A", "B", "C", "D", "unknown");

    /** What came out: the details if nothing is wrong. */
    record Read(CompanyForm form, Optional<CompanyDetails> details) {}

    static CompanyForm empty(String owner) {
        return new CompanyForm(Map.of("owner", owner), Map.of());
    }

    static CompanyForm of(Company company, String home) {
        CompanyDetails d = company.details();
        Map<String, String> fields = new HashMap<>();
        put(fields, "name", d.name());
        put(fields, "website", d.website());
        put(fields, "phone", d.phone() == null ? null : Phones.shown(d.phone(), home));
        put(fields, "industry", d.industry());
        put(fields, "employees", d.employees());
        put(fields, "street", d.street());
        put(fields, "postcode", d.postcode());
        put(fields, "city", d.city());
        put(fields, "country", d.country());
        put(fields, "vatId", d.vatId());
        put(fields, "fit", d.fit());
        put(fields, "parent", company.parentName());
        put(fields, "owner", d.ownerId());
        put(fields, "note", d.note());
        return new CompanyForm(fields, Map.of());
    }

    static Read read(
            Map<String, String> sent, String home, ContactForm.CompanyByName companies, @Nullable Company kept) {
        return read(new Inputs(sent, home, new HashMap<>(), null), companies, kept);
    }

    /** A company with one field typed differently, all else as it is kept; refused if that field cannot be so. */
    static CompanyDetails typed(
            Company company, String field, String value, String home, ContactForm.CompanyByName companies) {
        Read read = typed(company, Map.of(field, value), home, companies);
        return read.details()
                .orElseThrow(() ->
                        Refusal.of(read.form().errors().values().iterator().next()));
    }

    /** The same with several fields. */
    static Read typed(Company company, Map<String, String> typed, String home, ContactForm.CompanyByName companies) {
        Map<String, String> fields = new HashMap<>(of(company, home).fields());
        put(fields, "phone", company.details().phone());
        fields.putAll(typed);
        return read(new Inputs(fields, home, new HashMap<>(), typed.keySet()), companies, company);
    }

    private static Read read(Inputs in, ContactForm.CompanyByName companies, @Nullable Company kept) {
        Map<String, String> errors = in.errors();
        String country = in.country("country");
        Optional<Long> parentId = parent(in, companies, kept);
        if (parentId.isEmpty() && !in.text("parent").isEmpty()) {
            errors.put("parent", "contacts.error.parentUnknown");
        }
        if (in.text("name").isEmpty()) {
            errors.put("name", "web.error.required");
        }
        String website = in.optional("website");
        CompanyDetails details = new CompanyDetails(
                in.text("name"),
                domain(website, kept),
                website,
                in.phone("phone", country),
                in.optional("industry"),
                in.count("employees"),
                in.optional("street"),
                in.optional("postcode"),
                in.optional("city"),
                country,
                in.vatId("vatId"),
                in.oneOf("fit", FITS, "unknown"),
                parentId.orElse(null),
                in.number("owner"),
                in.optional("note"));
        return new Read(new CompanyForm(in.sent(), errors), errors.isEmpty() ? Optional.of(details) : Optional.empty());
    }

    /** An unchanged name is the same company, even where another has that name too. */
    private static Optional<Long> parent(Inputs in, ContactForm.CompanyByName companies, @Nullable Company kept) {
        String parent = in.text("parent");
        if (kept != null && parent.equals(kept.parentName()))
            return Optional.ofNullable(kept.details().parentId());
        return parent.isEmpty() ? Optional.empty() : companies.id(parent);
    }

    /** A domain known from elsewhere stays until the website changes. */
    private static @Nullable String domain(@Nullable String website, @Nullable Company kept) {
        if (kept != null && Objects.equals(website, kept.details().website()))
            return kept.details().domain();
        return website == null ? null : domain(website);
    }

    /** The part of a web address that says whose it is: {@code https://www.kern.de/shop} is {@code kern.de}. */
    static String domain(String website) {
        String host =
                website.toLowerCase(Locale.ROOT).replaceFirst("^[a-z]+://", "").replaceFirst("^www\\.", "");
        return host.replaceFirst("[/:?#].*$", "");
    }

    public String value(String field) {
        return fields.getOrDefault(field, "");
    }

    public @Nullable String error(String field) {
        return errors.get(field);
    }

    private static void put(Map<String, String> fields, String name, @Nullable Object value) {
        fields.put(name, value == null ? "" : value.toString());
    }
}
