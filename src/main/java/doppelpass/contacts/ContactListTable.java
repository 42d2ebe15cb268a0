package doppelpass.contacts;

import static doppelpassdb.contacts.Tables.COMPANY;
import static doppelpassdb.contacts.Tables.CONTACT;
import static doppelpassdb.identity.Tables.PERSON_CARD;

import doppelpass.contacts.views.ContactRow;
import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.database.Keyset;
import doppelpass.database.Occurring;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Contacts in lists. */
@Component
class ContactListTable {
    private static final int PEOPLE = 100;
    private static final Field<String> COMPANY_NAME = DSL.coalesce(COMPANY.NAME, CONTACT.COMPANY_TEXT);
    private static final Field<String> SEARCHED = DSL.field(
            "lower({0} || ' ' || {1} || ' ' || coalesce({2}, ''))",
            String.class, CONTACT.FIRST_NAME, CONTACT.LAST_NAME, CONTACT.MAIL);
    static final Map<String, Field<?>> SORTS = Map.of(
            "name", DSL.lower(CONTACT.LAST_NAME),
            "company", DSL.lower(COMPANY_NAME),
            "mail", CONTACT.MAIL,
            "fit", COMPANY.FIT,
            "country", CONTACT.COUNTRY,
            "source", CONTACT.SOURCE,
            "owner", DSL.lower(PERSON_CARD.NAME),
            "created", CONTACT.CREATED_AT);
    private static final Table<?> CONTACTS = CONTACT.leftJoin(COMPANY)
            .on(COMPANY.ID.eq(CONTACT.COMPANY_ID))
            .leftJoin(PERSON_CARD)
            .on(PERSON_CARD.ID.eq(CONTACT.OWNER_ID));
    private static final List<SelectFieldOrAsterisk> SHOWN = List.of(
            CONTACT.ID,
            ContactTable.NAME.as("shown_name"),
            CONTACT.MAIL,
            CONTACT.JOB_TITLE,
            CONTACT.COMPANY_ID,
            COMPANY_NAME.as("shown_company"),
            COMPANY.FIT,
            CONTACT.COUNTRY,
            CONTACT.SOURCE,
            PERSON_CARD.NAME,
            CONTACT.CREATED_AT);

    private final DSLContext db;

    ContactListTable(DSLContext db) {
        this.db = db;
    }

    Page<ContactRow> page(ListFilter filter, PageRequest request) {
        Field<?> sort = SORTS.getOrDefault(request.sort(), CONTACT.CREATED_AT);
        return new Keyset(db, CONTACTS, where(filter), sort, CONTACT.ID, request)
                .fetch(SHOWN, ContactListTable::row, ContactRow::id);
    }

    /** The people of a company by name, the first hundred. */
    List<ContactRow> of(long company) {
        return db.select(SHOWN)
                .from(CONTACTS)
                .where(CONTACT.COMPANY_ID.eq(company))
                .orderBy(DSL.lower(CONTACT.LAST_NAME), CONTACT.ID)
                .limit(PEOPLE)
                .fetch(ContactListTable::row);
    }

    List<String> countries() {
        return Occurring.values(db, CONTACT, CONTACT.COUNTRY);
    }

    List<String> sources() {
        return Occurring.values(db, CONTACT, CONTACT.SOURCE);
    }

    private static Condition where(ListFilter filter) {
        Condition where = filter.q().isEmpty() ? DSL.noCondition() : CONTACT.ID.in(found(filter.q()));
        where = filter.owner() == null ? where : where.and(CONTACT.OWNER_ID.eq(filter.owner()));
        where = filter.fit().isEmpty()
                ? where
                : where.and(DSL.coalesce(COMPANY.FIT, "unknown").eq(filter.fit()));
        where = filter.country().isEmpty() ? where : where.and(CONTACT.COUNTRY.eq(filter.country()));
        return filter.source().isEmpty() ? where : where.and(CONTACT.SOURCE.eq(filter.source()));
    }

    /** By person or by company, each along its own index. */
    private static org.jooq.Select<org.jooq.Record1<Long>> found(String words) {
        return DSL.select(CONTACT.ID)
                .from(CONTACT)
                .where(Column.contains(SEARCHED, words))
                .union(DSL.select(CONTACT.ID)
                        .from(CONTACT)
                        .join(COMPANY)
                        .on(COMPANY.ID.eq(CONTACT.COMPANY_ID))
                        .where(Column.contains(DSL.lower(COMPANY.NAME), words)));
    }

    private static ContactRow row(Record r) {
        return new ContactRow(
                r.get(CONTACT.ID),
                r.get("shown_name", String.class),
                r.get(CONTACT.MAIL),
                r.get(CONTACT.JOB_TITLE),
                r.get(CONTACT.COMPANY_ID),
                r.get("shown_company", String.class),
                r.get(COMPANY.FIT),
                r.get(CONTACT.COUNTRY),
                r.get(CONTACT.SOURCE),
                r.get(PERSON_CARD.NAME),
                r.get(CONTACT.CREATED_AT));
    }
}
