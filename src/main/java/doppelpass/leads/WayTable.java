package doppelpass.leads;

import static doppelpassdb.contacts.Tables.CONTACT_CARD;
import static doppelpassdb.leads.Tables.LEAD;
import static doppelpassdb.timeline.Tables.TOUCHPOINT_CARD;

import doppelpass.timeline.About;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.SelectLimitStep;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The touchpoints of a lead's contact and of the contact's company. */
@Component
class WayTable {
    private static final int LONGEST = 200;
    private static final int MANY = 100;

    private final DSLContext db;

    WayTable(DSLContext db) {
        this.db = db;
    }

    /** Up to now, oldest first; of a very long way the newest part. */
    List<Touch> way(Lead lead, Instant now) {
        Condition whose = TOUCHPOINT_CARD.CONTACT_ID.eq(lead.contactId());
        Condition company =
                lead.companyId() == null ? whose : whose.or(TOUCHPOINT_CARD.COMPANY_ID.eq(lead.companyId()));
        return db.selectFrom(TOUCHPOINT_CARD)
                .where(company, TOUCHPOINT_CARD.OCCURRED_AT.le(now))
                .orderBy(TOUCHPOINT_CARD.OCCURRED_AT.desc(), TOUCHPOINT_CARD.ID.desc())
                .limit(LONGEST)
                .fetch(r -> new Touch(
                        r.getKind(),
                        r.getChannel(),
                        Objects.requireNonNullElse(r.getTitle(), ""),
                        r.getContactId(),
                        r.getOccurredAt(),
                        !Objects.equals(r.getContactId(), lead.contactId())))
                .reversed();
    }

    /** Leads still on their way whose interest may have changed because a touchpoint of the contact arrived. */
    List<Long> runningLeads(long contactId) {
        return running(LEAD.CONTACT_ID.eq(contactId));
    }

    /** {@code colleagues}: also those of the contacts' companies. */
    List<Long> runningLeadsOfContacts(Collection<Long> contactIds, boolean colleagues) {
        Long[] contacts = contactIds.toArray(Long[]::new);
        Condition own = LEAD.CONTACT_ID.eq(DSL.any(contacts));
        return all(
                colleagues
                        ? own.or(LEAD.COMPANY_ID.in(DSL.select(CONTACT_CARD.COMPANY_ID)
                                .from(CONTACT_CARD)
                                .where(CONTACT_CARD.ID.eq(DSL.any(contacts)))))
                        : own);
    }

    List<Long> runningLeadsOfCompanies(Collection<Long> companyIds) {
        return all(LEAD.COMPANY_ID.eq(DSL.any(companyIds.toArray(Long[]::new))));
    }

    /** The lead itself, those of the contact and those of the company. */
    List<Long> runningLeads(About about) {
        return running(DSL.or(
                about.leadId() == null ? DSL.falseCondition() : LEAD.ID.eq(about.leadId()),
                about.contactId() == null ? DSL.falseCondition() : LEAD.CONTACT_ID.eq(about.contactId()),
                about.companyId() == null ? DSL.falseCondition() : LEAD.COMPANY_ID.eq(about.companyId())));
    }

    private List<Long> running(Condition whose) {
        return query(whose).limit(MANY).fetch(LEAD.ID);
    }

    private List<Long> all(Condition whose) {
        return query(whose).fetch(LEAD.ID);
    }

    private SelectLimitStep<Record1<Long>> query(Condition whose) {
        return db.select(LEAD.ID)
                .from(LEAD)
                .where(whose)
                .and(LEAD.STATE.in(
                        LeadState.runningStates().stream().map(LeadState::name).toList()))
                .orderBy(LEAD.ID);
    }
}
