package doppelpass.leads;

import static doppelpassdb.contacts.Tables.COMPANY_CARD;
import static doppelpassdb.contacts.Tables.CONTACT_CARD;
import static doppelpassdb.leads.Tables.HANDOVER;
import static doppelpassdb.leads.Tables.LEAD;

import doppelpass.timeline.About;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What leads read from the neighbours' published cards. */
@Component
class WhomTable {
    private final DSLContext db;

    WhomTable(DSLContext db) {
        this.db = db;
    }

    Optional<Whom> ofLead(long leadId) {
        return db.select(CONTACT_CARD.fields())
                .select(COMPANY_CARD.CITY, COMPANY_CARD.OWNER_ID.as("company_owner"))
                .from(LEAD)
                .join(CONTACT_CARD)
                .on(CONTACT_CARD.ID.eq(LEAD.CONTACT_ID))
                .leftJoin(COMPANY_CARD)
                .on(COMPANY_CARD.ID.eq(CONTACT_CARD.COMPANY_ID))
                .where(LEAD.ID.eq(leadId))
                .fetchOptional(WhomTable::whom);
    }

    Optional<Whom> ofContact(long contactId) {
        return db.select(CONTACT_CARD.fields())
                .select(COMPANY_CARD.CITY, COMPANY_CARD.OWNER_ID.as("company_owner"))
                .from(CONTACT_CARD)
                .leftJoin(COMPANY_CARD)
                .on(COMPANY_CARD.ID.eq(CONTACT_CARD.COMPANY_ID))
                .where(CONTACT_CARD.ID.eq(contactId))
                .fetchOptional(WhomTable::whom);
    }

    /** The same with the contact of the lead and the company of the contact where they are not named. */
    About complete(About about) {
        Long contact = about.contactId();
        Long company = about.companyId();
        if (about.leadId() != null && contact == null) {
            contact = db.select(LEAD.CONTACT_ID)
                    .from(LEAD)
                    .where(LEAD.ID.eq(about.leadId()))
                    .fetchOne(LEAD.CONTACT_ID);
        }
        if (contact != null && company == null) company = companyOf(contact).orElse(null);
        return new About(contact, company, about.leadId(), about.dealId(), null);
    }

    boolean exists(long contactId) {
        return db.fetchExists(CONTACT_CARD, CONTACT_CARD.ID.eq(contactId));
    }

    Optional<Long> companyOf(long contactId) {
        return db.select(CONTACT_CARD.COMPANY_ID)
                .from(CONTACT_CARD)
                .where(CONTACT_CARD.ID.eq(contactId))
                .fetchOptional(CONTACT_CARD.COMPANY_ID);
    }

    /** The first contacts whose name or mail holds the text. */
    List<Choice> contacts(String text, int limit) {
        String like = "%" + text.toLowerCase(Locale.ROOT).replace("%", "\\%") + "%";
        return db.select(CONTACT_CARD.ID, CONTACT_CARD.NAME, CONTACT_CARD.COMPANY_NAME)
                .from(CONTACT_CARD)
                .where(DSL.lower(CONTACT_CARD.NAME)
                        .like(like)
                        .or(CONTACT_CARD.MAIL.like(like))
                        .or(DSL.lower(CONTACT_CARD.COMPANY_NAME).like(like)))
                .orderBy(CONTACT_CARD.NAME, CONTACT_CARD.ID)
                .limit(limit)
                .fetch(r -> new Choice(r.value1(), r.value2(), r.value3() == null ? "" : r.value3()));
    }

    Optional<Choice> contact(long id) {
        return db.select(CONTACT_CARD.ID, CONTACT_CARD.NAME, CONTACT_CARD.COMPANY_NAME)
                .from(CONTACT_CARD)
                .where(CONTACT_CARD.ID.eq(id))
                .fetchOptional(r -> new Choice(r.value1(), r.value2(), r.value3() == null ? "" : r.value3()));
    }

    /** A contact to choose from. */
    record Choice(long id, String name, String company) {}

    /** Passes in the air per receiving team. */
    Map<Long, Integer> waiting() {
        return db.select(HANDOVER.TO_TEAM_ID, DSL.count())
                .from(HANDOVER)
                .where(HANDOVER.OUTCOME.isNull(), HANDOVER.TO_TEAM_ID.isNotNull(), HANDOVER.POOLED_AT.isNull())
                .groupBy(HANDOVER.TO_TEAM_ID)
                .fetchMap(HANDOVER.TO_TEAM_ID, DSL.count());
    }

    private static Whom whom(Record r) {
        return new Whom(
                r.get(CONTACT_CARD.ID),
                r.get(CONTACT_CARD.COMPANY_ID),
                r.get(CONTACT_CARD.NAME),
                r.get(CONTACT_CARD.JOB_TITLE),
                r.get(CONTACT_CARD.MAIL),
                r.get(CONTACT_CARD.PHONE),
                r.get(CONTACT_CARD.COMPANY_NAME),
                r.get(CONTACT_CARD.FIT),
                r.get(CONTACT_CARD.COUNTRY),
                r.get(COMPANY_CARD.CITY),
                r.get(CONTACT_CARD.INDUSTRY),
                r.get(CONTACT_CARD.EMPLOYEES),
                r.get(CONTACT_CARD.LAWFUL_BASIS),
                r.get(CONTACT_CARD.MAY_MAIL),
                r.get(CONTACT_CARD.MAY_CALL),
                r.get("company_owner", Long.class));
    }
}
