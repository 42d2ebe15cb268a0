package doppelpass.contacts;

import doppelpass.duplicates.Comparison;
import doppelpass.duplicates.Matched;
import doppelpass.duplicates.MergePart;
import doppelpass.duplicates.Trait;
import doppelpass.timeline.Subject;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** By what two companies are recognised as one, and the parts of which one is made when they are merged. */
@Component
class CompanyDuplicates implements Matched {
    private static final String TRAITS = """
            c.name as t0, coalesce(c.domain, c.website) as t1, c.phone as t2, c.street as t3, c.postcode as t4, c.city as t5, c.vat_id as t6
            from\s""";

    @Override
    public Subject.Kind kind() {
        return Subject.Kind.COMPANY;
    }

    @Override
    public String table() {
        return "contacts.company";
    }

    @Override
    public List<Trait> traits() {
        return List.of(
                new Trait("name", Comparison.ORGANISATION),
                new Trait("domain", Comparison.DOMAIN),
                new Trait("phone", Comparison.PHONE),
                new Trait("street", Comparison.STREET),
                new Trait("postcode", Comparison.POSTCODE),
                new Trait("city", Comparison.CITY),
                new Trait("vat", Comparison.IDENTIFIER));
    }

    @Override
    public String profiles() {
        return "select c.id, c.name as place, " + TRAITS + "contacts.company c";
    }

    @Override
    public String staged() {
        return "select c.row_no as id, '' as place, " + TRAITS + "{s} c where c.record_id is null";
    }

    @Override
    public String changed() {
        return "select id from contacts.company where updated_at > {since}";
    }

    /** What was typed, in the order of the traits. */
    static List<List<@Nullable String>> values(CompanyDetails d) {
        return List.of(
                List.of(d.name()),
                Arrays.asList(d.domain() == null ? d.website() : d.domain()),
                Arrays.asList(d.phone()),
                Arrays.asList(d.street()),
                Arrays.asList(d.postcode()),
                Arrays.asList(d.city()),
                Arrays.asList(d.vatId()));
    }

    @Override
    public List<MergePart> parts() {
        return List.of(
                MergePart.of("name", "contacts.companyName"),
                MergePart.of("fit", "contacts.fit")
                        .preferring("A", "B", "C", "D")
                        .worded("contacts.fit."),
                MergePart.of("website", "contacts.website").with("domain").reading("coalesce(t.website, t.domain)"),
                MergePart.of("phone", "contacts.phone"),
                MergePart.of("industry", "contacts.industry"),
                MergePart.of("employees", "contacts.employees"),
                MergePart.of("street", "contacts.address")
                        .with("postcode", "city")
                        .reading(
                                "nullif(concat_ws(', ', t.street, nullif(concat_ws(' ', t.postcode, t.city), '')), '')"),
                MergePart.of("country", "contacts.country"),
                MergePart.of("vat_id", "contacts.vatId"),
                MergePart.of("parent_id", "contacts.parent")
                        .reading("(select k.name from contacts.company k where k.id = t.parent_id)"),
                ContactDuplicates.OWNER,
                MergePart.of("note", "contacts.note").joining());
    }
}
