package doppelpass.contacts;

import static doppelpassdb.contacts.Tables.COMPANY;
import static doppelpassdb.contacts.Tables.CONTACT;
import static doppelpassdb.identity.Tables.PERSON_CARD;

import doppelpass.contacts.views.ContactRow;
import doppelpass.timeline.Origin;
import doppelpassdb.contacts.tables.records.ContactRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectWhereStep;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The SQL of single contacts. */
@Component
class ContactTable {
    static final Field<String> NAME = DSL.field(
            "coalesce(nullif(trim({0} || ' ' || {1}), ''), {2})",
            String.class, CONTACT.FIRST_NAME, CONTACT.LAST_NAME, CONTACT.MAIL);
    private static final int PEOPLE = 100;

    private final DSLContext db;

    ContactTable(DSLContext db) {
        this.db = db;
    }

    Optional<Contact> find(long id) {
        return whole().where(CONTACT.ID.eq(id)).fetchOptional(ContactTable::contact);
    }

    /** Those that are there, in the order of their numbers; nobody else changes them until the transaction ends. */
    List<Contact> hold(Collection<Long> ids) {
        Condition these = CONTACT.ID.eq(DSL.any(ids.toArray(Long[]::new)));
        db.select(CONTACT.ID)
                .from(CONTACT)
                .where(these)
                .orderBy(CONTACT.ID)
                .forUpdate()
                .fetch();
        return whole().where(these).orderBy(CONTACT.ID).fetch(ContactTable::contact);
    }

    private SelectWhereStep<? extends Record> whole() {
        return db.select(CONTACT.fields())
                .select(COMPANY.NAME, PERSON_CARD.NAME)
                .from(CONTACT)
                .leftJoin(COMPANY)
                .on(COMPANY.ID.eq(CONTACT.COMPANY_ID))
                .leftJoin(PERSON_CARD)
                .on(PERSON_CARD.ID.eq(CONTACT.OWNER_ID));
    }

    Optional<Long> idByMail(String mail) {
        return db.select(DSL.min(CONTACT.ID))
                .from(CONTACT)
                .where(CONTACT.MAIL.eq(mail.strip().toLowerCase(Locale.ROOT)))
                .fetchOptional(r -> r.value1());
    }

    long insert(ContactDetails details, Instant createdAt, Origin origin, Instant now) {
        ContactRecord row = row(details, now);
        row.setCreatedAt(createdAt);
        row.setRecordedAt(now);
        row.setImportId(origin.importId());
        row.setSourceSystem(origin.system());
        row.setSourceId(origin.id());
        return db.insertInto(CONTACT).set(row).returning(CONTACT.ID).fetchSingle(CONTACT.ID);
    }

    boolean update(long id, ContactDetails details, Instant now) {
        return db.update(CONTACT)
                        .set(row(details, now))
                        .where(CONTACT.ID.eq(id))
                        .execute()
                == 1;
    }

    /** Those of them that are there. */
    Set<Long> update(Map<Long, ContactDetails> changed, Instant now) {
        List<Long> ids = List.copyOf(changed.keySet());
        List<ContactRecord> rows = new ArrayList<>();
        changed.forEach((id, details) -> {
            ContactRecord row = row(details, now);
            row.setId(id);
            row.touched(CONTACT.ID, false);
            rows.add(row);
        });
        int[] updated = db.batchUpdate(rows).execute();
        return IntStream.range(0, updated.length)
                .filter(place -> updated[place] == 1)
                .mapToObj(ids::get)
                .collect(Collectors.toSet());
    }

    /** The people of a company by name, the first hundred. */
    List<ContactRow> of(long company) {
        return db.select(CONTACT.ID, NAME, CONTACT.JOB_TITLE)
                .from(CONTACT)
                .where(CONTACT.COMPANY_ID.eq(company))
                .orderBy(DSL.lower(CONTACT.LAST_NAME), CONTACT.ID)
                .limit(PEOPLE)
                .fetch(r -> new ContactRow(r.value1(), r.value2(), r.value3()));
    }

    List<Long> latest(long company, int most) {
        return db.select(CONTACT.ID)
                .from(CONTACT)
                .where(CONTACT.COMPANY_ID.eq(company))
                .orderBy(CONTACT.ID.desc())
                .limit(most)
                .fetch(CONTACT.ID);
    }

    Map<Long, String> names(Set<Long> ids) {
        return db.select(CONTACT.ID, NAME)
                .from(CONTACT)
                .where(CONTACT.ID.in(ids))
                .fetchMap(CONTACT.ID, NAME);
    }

    private ContactRecord row(ContactDetails d, Instant now) {
        ContactRecord row = db.newRecord(CONTACT);
        row.setCompanyId(d.companyId());
        row.setCompanyText(d.companyText());
        row.setFirstName(d.firstName());
        row.setLastName(d.lastName());
        row.setMail(d.mail() == null ? null : d.mail().toLowerCase(Locale.ROOT));
        row.setPhone(d.phone());
        row.setMobile(d.mobile());
        row.setJobTitle(d.jobTitle());
        row.setCountry(d.country());
        row.setSource(d.source());
        row.setLawfulBasis(d.lawfulBasis());
        row.setMayMail(d.mayMail());
        row.setMayCall(d.mayCall());
        row.setOwnerId(d.ownerId());
        row.setNote(d.note());
        row.setUpdatedAt(now);
        return row;
    }

    private static Contact contact(Record r) {
        ContactDetails details = new ContactDetails(
                r.get(CONTACT.COMPANY_ID),
                r.get(CONTACT.COMPANY_TEXT),
                r.get(CONTACT.FIRST_NAME),
                r.get(CONTACT.LAST_NAME),
                r.get(CONTACT.MAIL),
                r.get(CONTACT.PHONE),
                r.get(CONTACT.MOBILE),
                r.get(CONTACT.JOB_TITLE),
                r.get(CONTACT.COUNTRY),
                r.get(CONTACT.SOURCE),
                r.get(CONTACT.LAWFUL_BASIS),
                r.get(CONTACT.MAY_MAIL),
                r.get(CONTACT.MAY_CALL),
                r.get(CONTACT.OWNER_ID),
                r.get(CONTACT.NOTE));
        String company = r.get(COMPANY.NAME);
        return new Contact(
                r.get(CONTACT.ID),
                details,
                company == null ? details.companyText() : company,
                r.get(PERSON_CARD.NAME),
                r.get(CONTACT.CREATED_AT),
                r.get(CONTACT.UPDATED_AT));
    }
}
