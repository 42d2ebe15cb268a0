package doppelpass.contacts;

import static doppelpassdb.contacts.Tables.CONTACT;

import doppelpass.records.Erasing;
import doppelpass.timeline.Subject;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Of a contact stays a number, with company, country, source and owner. */
@Component
class ContactErasing implements Erasing {
    private final DSLContext db;
    private final Clock clock;

    ContactErasing(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** What a file says of them later changes nothing; the number that the source knows them by stays for that. */
    static final String RECOGNISED = """
            update {s} s set change = 'unchanged' from contacts.contact c where c.id = s.record_id and c.erased_at is not null""";

    @Override
    public List<Taken> erase(Set<Subject> records) {
        long many = db.update(CONTACT)
                .set(CONTACT.FIRST_NAME, "")
                .set(CONTACT.LAST_NAME, DSL.concat(DSL.inline("Anonym "), CONTACT.ID.cast(String.class)))
                .setNull(CONTACT.MAIL)
                .setNull(CONTACT.PHONE)
                .setNull(CONTACT.MOBILE)
                .setNull(CONTACT.JOB_TITLE)
                .setNull(CONTACT.COMPANY_TEXT)
                .setNull(CONTACT.NOTE)
                .setNull(CONTACT.LAWFUL_BASIS)
                .set(CONTACT.MAY_MAIL, "no")
                .set(CONTACT.MAY_CALL, "no")
                .set(CONTACT.FIELDS, JSONB.valueOf("{}"))
                .set(CONTACT.ERASED_AT, clock.instant())
                .set(CONTACT.UPDATED_AT, clock.instant())
                .where(CONTACT.ID.in(Subject.ids(Subject.Kind.CONTACT, records)))
                .execute();
        return List.of(new Taken("contacts.title", many));
    }
}
