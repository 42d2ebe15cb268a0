package doppelpass.leads;

import static doppelpassdb.leads.Tables.LEAD;
import static doppelpassdb.timeline.Tables.TOUCHPOINT_CARD;

import doppelpass.timeline.About;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The touchpoints of a lead's contact and of the contact's company. */
@Component
class WayTable {
    private static final int LONGEST = 200;

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

    List<Long> runningLeadsOfCompany(long companyId) {
        return running(LEAD.COMPANY_ID.eq(companyId));
    }

    /** The lead itself, those of the contact and those of the company. */
    List<Long> runningLeads(About about) {
        return running(DSL.or(
                about.leadId() == null ? DSL.falseCondition() : LEAD.ID.eq(about.leadId()),
                about.contactId() == null ? DSL.falseCondition() : LEAD.CONTACT_ID.eq(about.contactId()),
                about.companyId() == null ? DSL.falseCondition() : LEAD.COMPANY_ID.eq(about.companyId())));
    }

    private List<Long> running(Condition whose) {
        return db.select(LEAD.ID)
                .from(LEAD)
                .where(whose)
                .and(LEAD.STATE.in(
                        LeadState.runningStates().stream().map(LeadState::name).toList()))
                .orderBy(LEAD.ID)
                .limit(100)
                .fetch(LEAD.ID);
    }
}
