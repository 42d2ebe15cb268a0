package doppelpass.contacts;

import static doppelpass.database.IntakeField.choice;
import static doppelpass.database.IntakeField.link;
import static doppelpass.database.IntakeField.text;

import doppelpass.database.Intake;
import doppelpass.database.IntakeBatch;
import doppelpass.database.IntakeField;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Contacts from files; a contact nobody's file knew yet is recognised by its mail address. */
@Component
public class ContactIntake implements Intake {
    /** A file may be older than a no. */
    private static final String SAID_NO = "s.own and s.FIELD <> 'no' and exists (select from contacts.contact t"
            + " where t.id = s.record_id and t.FIELD = 'no')";

    @Override
    public String object() {
        return "contact";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public String table() {
        return "contacts.contact";
    }

    @Override
    public String keys() {
        return "contacts.contact_key";
    }

    @Override
    public String recorded() {
        return "recorded_at";
    }

    @Override
    public List<IntakeField> fields() {
        return List.of(
                text("first_name", 300).staged(),
                text("last_name", 300).staged(),
                IntakeField.of("mail", IntakeField.Type.MAIL),
                text("phone", 100),
                text("mobile", 100),
                text("job_title", 300),
                link("company", "company"),
                text("company_text", 300),
                text("country", 100),
                text("source", 300),
                choice("lawful_basis", "consent", "contract", "legitimate_interest", "legal_duty")
                        .said("contacts.basis."),
                choice("may_mail", "yes", "no", "unknown")
                        .said("contacts.answer.")
                        .staged(),
                choice("may_call", "yes", "no", "unknown")
                        .said("contacts.answer.")
                        .staged(),
                link("owner", "person"),
                text("note", 20_000),
                IntakeField.of("created_at", IntakeField.Type.TIME).staged());
    }

    @Override
    public Map<String, String> derived() {
        return Map.of(
                "first_name", "coalesce(s.first_name, '')",
                "last_name", "coalesce(s.last_name, '')",
                "company_id", "s.works_at");
    }

    @Override
    public Map<String, String> scratch() {
        return Map.of("works_at", "bigint");
    }

    @Override
    public Map<String, String> initial() {
        return Map.of("created_at", "coalesce(s.created_at, {now})");
    }

    @Override
    public Map<String, String> careful() {
        return Map.of(
                "may_mail", "coalesce(s.may_mail, 'unknown')",
                "may_call", "coalesce(s.may_call, 'unknown')");
    }

    @Override
    public Map<String, String> contradictions() {
        return Map.of(
                "name", "s.own is null and coalesce(s.first_name, s.last_name, s.mail) is null",
                "may_mail", SAID_NO.replace("FIELD", "may_mail"),
                "may_call", SAID_NO.replace("FIELD", "may_call"));
    }

    /** Whom no key and no id leads to is known by mail. */
    @Override
    public void recognise(IntakeBatch batch) {
        batch.execute(Merged.found("contact"));
        byMailAlone(batch);
        worksAt(batch);
        batch.execute(ContactErasing.RECOGNISED);
    }

    /** A list shows the company's name and the full name: a file that only repeats them says nothing new. */
    private void worksAt(IntakeBatch batch) {
        boolean said = batch.mapped().contains("company");
        batch.execute("update {s} s set works_at = " + (said ? "s.company_id" : "t.company_id")
                + " from {s} x left join contacts.contact t on t.id = x.record_id where x.row_no = s.row_no");
        if (!said && batch.mapped().contains("company_text")) elsewhere(batch);
        batch.execute("""
                update {s} s set company_text = t.company_text from contacts.contact t join contacts.company k on k.id = t.company_id
                where t.id = s.record_id and k.name = s.company_text""");
        batch.execute("""
                update {s} s set first_name = t.first_name, last_name = t.last_name from contacts.contact t
                where t.id = s.record_id and s.first_name is null
                  and s.last_name = coalesce(nullif(trim(t.first_name || ' ' || t.last_name), ''), t.mail)""");
    }

    /** Another name in the column of a file from here is another company, one that is here if there is one. */
    private static void elsewhere(IntakeBatch batch) {
        String moved = """
                from {s} x join contacts.contact t on t.id = x.record_id left join contacts.company k on k.id = t.company_id
                %s where x.row_no = s.row_no and s.own
                and coalesce(k.name, t.company_text) is distinct from s.company_text""";
        batch.execute("update {s} s set works_at = n.id " + moved.formatted("""
                left join (select lower(name) as name, min(id) as id from contacts.company
                  where lower(name) in (select lower(company_text) from {s}) group by lower(name)) n
                on n.name = lower(x.company_text)"""));
        batch.execute("update {s} s set company_text = null " + moved.formatted("") + " and s.works_at is not null");
    }

    private static void byMailAlone(IntakeBatch batch) {
        String known = """
                select distinct on (c.mail) c.id from contacts.contact c join {s} s on s.mail = c.mail
                where s.record_id is null and c.source_id is null order by c.mail, c.id""";
        batch.keep("contacts.contact", known);
        batch.execute("update contacts.contact c set source_system = {system}, source_id = s.source_id"
                + " from (select distinct on (mail) mail, source_id from {s} where record_id is null"
                + " and mail is not null order by mail, row_no) s"
                + " where s.mail = c.mail and c.id in (" + known + ")");
        batch.execute("""
                update {s} s set record_id = c.id from contacts.contact c
                where s.record_id is null and c.source_system = {system} and c.source_id = s.source_id""");
    }

    /**
     * For records that come with a person in the same row: fills {@code contact_id} of the staged rows with the contact
     * they came with before, the one with the same mail address, or a new one.
     */
    public void meet(IntakeBatch batch) {
        batch.execute("""
                update {s} s set contact_id = c.id from contacts.contact c
                where s.contact_id is null and c.source_system = {system} and c.source_id = 'lead:' || s.source_id""");
        batch.execute("""
                update {s} s set contact_id = m.record_id from duplicates.successor m where m.kind = 'contact'
                  and s.contact_id is null and m.source_system = {system} and m.source_id = 'lead:' || s.source_id""");
        byMail(batch);
        batch.execute("""
                insert into contacts.contact (first_name, last_name, mail, phone, mobile, job_title, country, company_text,
                  source, owner_id, created_at, import_id, source_system, source_id)
                select distinct on (coalesce(s.mail, s.source_id)) coalesce(s.first_name, ''), coalesce(s.last_name, ''), s.mail,
                  s.phone, s.mobile, s.job_title, s.country, s.company_text, s.source, s.owner_id,
                  coalesce(s.created_at, {now}), {import}, {system}, 'lead:' || s.source_id
                from {s} s where s.contact_id is null order by coalesce(s.mail, s.source_id), s.row_no""");
        batch.execute("""
                update {s} s set contact_id = c.id from contacts.contact c
                where s.contact_id is null and c.source_system = {system} and c.source_id = 'lead:' || s.source_id""");
        byMail(batch);
    }

    private static void byMail(IntakeBatch batch) {
        batch.execute("""
                update {s} s set contact_id = c.id
                from (select mail, min(id) as id from contacts.contact where mail in (select mail from {s}) group by mail) c
                where s.contact_id is null and c.mail = s.mail""");
    }
}
