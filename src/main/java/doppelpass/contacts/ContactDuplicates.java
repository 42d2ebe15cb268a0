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

/** By what two contacts are recognised as one person, and the parts of which one is made when they are merged. */
@Component
class ContactDuplicates implements Matched {
    /** Of somebody whose whole name stands in one field the first word is the given name. */
    private static final String NAMES = """
            case when coalesce(c.first_name, '') = '' and c.last_name like '% %' then split_part(c.last_name, ' ', 1) else c.first_name end as t0,
            case when coalesce(c.first_name, '') = '' and c.last_name like '% %' then substring(c.last_name from position(' ' in c.last_name) + 1)
              else c.last_name end as t1""";

    private static final String REST =
            ", c.mail as t2, concat_ws(E'\\x1e', c.phone, c.mobile) as t3, coalesce(k.name, c.company_text) as t4 from ";

    @Override
    public Subject.Kind kind() {
        return Subject.Kind.CONTACT;
    }

    @Override
    public String table() {
        return "contacts.contact";
    }

    @Override
    public List<Trait> traits() {
        return List.of(
                new Trait("given", Comparison.GIVEN),
                new Trait("family", Comparison.FAMILY),
                new Trait("mail", Comparison.MAIL),
                new Trait("phone", Comparison.PHONE),
                new Trait("employer", Comparison.EMPLOYER));
    }

    @Override
    public String profiles() {
        return "select c.id, c.last_name || ' ' || c.first_name as place, " + NAMES + REST
                + "contacts.contact c left join contacts.company k on k.id = c.company_id where c.erased_at is null";
    }

    @Override
    public String staged() {
        return "select c.row_no as id, '' as place, " + NAMES + REST
                + "{s} c left join contacts.company k on k.id = c.company_id where c.record_id is null";
    }

    @Override
    public String changed() {
        return """
                select id from contacts.contact where updated_at > {since}
                union select c.id from contacts.contact c join contacts.company k on k.id = c.company_id where k.updated_at > {since}""";
    }

    /** What was typed, in the order of the traits. */
    static List<List<@Nullable String>> values(ContactDetails d, @Nullable String company) {
        boolean whole = d.firstName().isEmpty() && d.lastName().contains(" ");
        int gap = d.lastName().indexOf(' ');
        return List.of(
                List.of(whole ? d.lastName().substring(0, gap) : d.firstName()),
                List.of(whole ? d.lastName().substring(gap + 1) : d.lastName()),
                Arrays.asList(d.mail()),
                Arrays.asList(d.phone(), d.mobile()),
                Arrays.asList(company == null ? d.companyText() : company));
    }

    @Override
    public List<MergePart> parts() {
        return List.of(
                MergePart.of("first_name", "contacts.firstName"),
                MergePart.of("last_name", "contacts.lastName"),
                MergePart.of("company_id", "contacts.company")
                        .with("company_text")
                        .reading(
                                "coalesce((select k.name from contacts.company k where k.id = t.company_id), t.company_text)"),
                MergePart.of("job_title", "contacts.jobTitle"),
                MergePart.of("mail", "contacts.mail"),
                MergePart.of("phone", "contacts.phone"),
                MergePart.of("mobile", "contacts.mobile"),
                MergePart.of("country", "contacts.country"),
                MergePart.of("source", "contacts.source"),
                OWNER,
                MergePart.of("lawful_basis", "contacts.lawfulBasis").worded("contacts.basis."),
                may("may_mail", "contacts.mayMail.short"),
                may("may_call", "contacts.mayCall.short"),
                MergePart.of("note", "contacts.note").joining());
    }

    static final MergePart OWNER = MergePart.of("owner_id", "contacts.owner")
            .reading("(select p.name from identity.person_card p where p.id = t.owner_id)");

    /** Who said no once said it for all records of the person. */
    private static MergePart may(String column, String label) {
        return MergePart.of(column, label).preferring("no", "yes").worded("contacts.answer.");
    }
}
