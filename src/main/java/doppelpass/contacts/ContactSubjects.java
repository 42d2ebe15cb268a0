package doppelpass.contacts;

import static doppelpassdb.contacts.Tables.COMPANY_CARD;
import static doppelpassdb.contacts.Tables.CONTACT_CARD;
import static doppelpassdb.identity.Tables.PERSON_CARD;
import static doppelpassdb.timeline.Tables.ACTIVITY_CARD;
import static doppelpassdb.timeline.Tables.TOUCHPOINT_CARD;

import doppelpass.rules.Subject;
import doppelpass.rules.SubjectPlug;
import java.util.List;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/** What rules may say about people and companies, and whom an entry of the timeline is about. */
@Component
class ContactSubjects implements SubjectPlug {
    private static final List<String> BASES = List.of("consent", "contract", "legitimate_interest", "legal_duty");
    private static final List<String> ANSWERS = List.of("yes", "no", "unknown");
    private static final List<String> FITS = List.of("A", "B", "C", "D", "unknown");

    @Override
    public List<Subject> subjects() {
        return List.of(
                contact(),
                company(),
                about("touchpoint", TOUCHPOINT_CARD.CONTACT_ID, TOUCHPOINT_CARD.COMPANY_ID),
                about("activity", ACTIVITY_CARD.CONTACT_ID, ACTIVITY_CARD.COMPANY_ID));
    }

    private static Subject contact() {
        return Subject.of("contact", "contacts.contact", CONTACT_CARD, CONTACT_CARD.ID)
                .field("name", CONTACT_CARD.NAME)
                .field("first_name", CONTACT_CARD.FIRST_NAME)
                .field("last_name", CONTACT_CARD.LAST_NAME)
                .field("mail", CONTACT_CARD.MAIL)
                .field("phone", CONTACT_CARD.PHONE)
                .field("job_title", CONTACT_CARD.JOB_TITLE)
                .field("company_name", CONTACT_CARD.COMPANY_NAME)
                .field("country", CONTACT_CARD.COUNTRY)
                .field("source", CONTACT_CARD.SOURCE)
                .choice("lawful_basis", CONTACT_CARD.LAWFUL_BASIS, "contacts.basis", BASES)
                .choice("may_mail", CONTACT_CARD.MAY_MAIL, "contacts.answer", ANSWERS)
                .choice("may_call", CONTACT_CARD.MAY_CALL, "contacts.answer", ANSWERS)
                .named("owner", CONTACT_CARD.OWNER_ID, PERSON_CARD.ID, PERSON_CARD.NAME)
                .field("created_at", CONTACT_CARD.CREATED_AT)
                .one("company", "company", CONTACT_CARD.COMPANY_ID)
                .many("touchpoints", "touchpoint", TOUCHPOINT_CARD.CONTACT_ID)
                .many("activities", "activity", ACTIVITY_CARD.CONTACT_ID);
    }

    private static Subject company() {
        return Subject.of("company", "contacts.company", COMPANY_CARD, COMPANY_CARD.ID)
                .field("name", COMPANY_CARD.NAME)
                .field("domain", COMPANY_CARD.DOMAIN)
                .field("industry", COMPANY_CARD.INDUSTRY)
                .field("employees", COMPANY_CARD.EMPLOYEES)
                .field("city", COMPANY_CARD.CITY)
                .field("postcode", COMPANY_CARD.POSTCODE)
                .field("country", COMPANY_CARD.COUNTRY)
                .field("vat_id", COMPANY_CARD.VAT_ID)
                .choice("fit", COMPANY_CARD.FIT, "contacts.company.fit", FITS)
                .named("owner", COMPANY_CARD.OWNER_ID, PERSON_CARD.ID, PERSON_CARD.NAME)
                .field("created_at", COMPANY_CARD.CREATED_AT)
                .many("contacts", "contact", CONTACT_CARD.COMPANY_ID)
                .many("touchpoints", "touchpoint", TOUCHPOINT_CARD.COMPANY_ID)
                .many("activities", "activity", ACTIVITY_CARD.COMPANY_ID);
    }

    private static Subject about(String entry, Field<Long> contact, Field<Long> company) {
        return Subject.extending(entry, "contacts." + entry)
                .one("contact", "contact", contact)
                .one("company", "company", company);
    }
}
