package doppelpass.leads;

import static doppelpassdb.leads.Tables.ENTRY;
import static doppelpassdb.leads.Tables.LEAD;
import static doppelpassdb.leads.Tables.LEAD_CARD;

import doppelpass.timeline.Subject;
import doppelpassdb.leads.tables.records.LeadRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL about leads and their entries into states. */
@Component
class LeadTable {
    private final DSLContext db;

    LeadTable(DSLContext db) {
        this.db = db;
    }

    Optional<Lead> find(long id) {
        return db.selectFrom(LEAD).where(LEAD.ID.eq(id)).fetchOptional(LeadTable::lead);
    }

    /** The lead, held against everybody else until the transaction ends. */
    Optional<Lead> lock(long id) {
        return db.selectFrom(LEAD).where(LEAD.ID.eq(id)).forUpdate().fetchOptional(LeadTable::lead);
    }

    List<Lead> ofContact(long contactId) {
        return db.selectFrom(LEAD)
                .where(LEAD.CONTACT_ID.eq(contactId))
                .orderBy(LEAD.CREATED_AT.desc(), LEAD.ID.desc())
                .limit(100)
                .fetch(LeadTable::lead);
    }

    Optional<Lead> running(long contactId, String productLine) {
        return db.selectFrom(LEAD)
                .where(LEAD.CONTACT_ID.eq(contactId), LEAD.PRODUCT_LINE.eq(productLine))
                .and(LEAD.STATE.in(
                        LeadState.runningStates().stream().map(LeadState::name).toList()))
                .orderBy(LEAD.ID)
                .limit(1)
                .fetchOptional(LeadTable::lead);
    }

    /** The new lead's id; empty when an open one of the contact and product line was there first. */
    Optional<Long> insert(NewLead lead, @Nullable Long owner, @Nullable Long team) {
        return db.insertInto(LEAD)
                .set(LEAD.CONTACT_ID, lead.contactId())
                .set(LEAD.COMPANY_ID, lead.companyId())
                .set(LEAD.PRODUCT_LINE, lead.productLine())
                .set(LEAD.STATE, LeadState.NEW.name())
                .set(LEAD.SOURCE, lead.source())
                .set(LEAD.CHANNEL, lead.channel())
                .set(LEAD.CAMPAIGN_ID, lead.campaignId())
                .set(LEAD.HAND_RAISE, lead.handRaise())
                .set(LEAD.OWNER_ID, owner)
                .set(LEAD.TEAM_ID, team)
                .set(LEAD.CREATED_AT, lead.at())
                .set(LEAD.STATE_SINCE, lead.at())
                .onConflictDoNothing()
                .returning(LEAD.ID)
                .fetchOptional(LEAD.ID);
    }

    void save(Lead lead) {
        db.update(LEAD)
                .set(LEAD.STATE, lead.state().name())
                .set(LEAD.CYCLE, lead.cycle())
                .set(LEAD.OWNER_ID, lead.ownerId())
                .set(LEAD.TEAM_ID, lead.teamId())
                .set(LEAD.REVISIT_ON, lead.revisitOn())
                .set(LEAD.STATE_SINCE, lead.stateSince())
                .set(LEAD.UPDATED_AT, DSL.currentInstant())
                .where(LEAD.ID.eq(lead.id()))
                .execute();
    }

    void describe(long id, LeadChange change) {
        db.update(LEAD)
                .set(LEAD.PRODUCT_LINE, change.productLine())
                .set(LEAD.SOURCE, change.source())
                .set(LEAD.CHANNEL, change.channel())
                .set(LEAD.CAMPAIGN_ID, change.campaignId())
                .set(LEAD.HAND_RAISE, change.handRaise())
                .set(LEAD.UPDATED_AT, DSL.currentInstant())
                .where(LEAD.ID.eq(id))
                .execute();
    }

    void intent(long id, int intent) {
        db.update(LEAD)
                .set(LEAD.INTENT, intent)
                .where(LEAD.ID.eq(id), LEAD.INTENT.ne(intent))
                .execute();
    }

    void insert(long id, Lead.Entry entry, Because because) {
        db.insertInto(ENTRY)
                .set(ENTRY.LEAD_ID, id)
                .set(ENTRY.CYCLE, entry.cycle())
                .set(ENTRY.STATE, entry.to().name())
                .set(ENTRY.PREVIOUS, entry.from() == null ? null : entry.from().name())
                .set(
                        ENTRY.REASON,
                        because.reason() == null ? null : because.reason().name())
                .set(ENTRY.NOTE, because.note())
                .set(ENTRY.ACTOR_ID, because.actorId())
                .set(ENTRY.AUTOMATIC, because.actorId() == null)
                .set(ENTRY.DEFINITION, because.definition())
                .set(ENTRY.OCCURRED_AT, entry.at())
                .execute();
    }

    /** Marks the last entry into the state as corrected: it stays visible as it was known then. */
    void replaceLast(long id, LeadState state, Instant now) {
        db.update(ENTRY)
                .set(ENTRY.REPLACED_AT, now)
                .where(ENTRY.ID.eq(DSL.select(DSL.max(ENTRY.ID))
                        .from(ENTRY)
                        .where(ENTRY.LEAD_ID.eq(id), ENTRY.STATE.eq(state.name()))))
                .execute();
    }

    Optional<LeadRow> row(long id) {
        return db.select(LEAD_CARD.fields())
                .from(LEAD_CARD)
                .where(LEAD_CARD.ID.eq(id))
                .fetchOptional(LeadRow::of);
    }

    List<LeadRow> rowsOfContact(long contactId) {
        return newest(LEAD_CARD.CONTACT_ID.eq(contactId));
    }

    List<LeadRow> rowsOfCompany(long companyId) {
        return newest(LEAD_CARD.COMPANY_ID.eq(companyId));
    }

    private List<LeadRow> newest(Condition whose) {
        return db.select(LEAD_CARD.fields())
                .from(LEAD_CARD)
                .where(whose)
                .orderBy(LEAD_CARD.CREATED_AT.desc(), LEAD_CARD.ID.desc())
                .limit(50)
                .fetch(LeadRow::of);
    }

    /** The latest of a contact or company. */
    List<Long> latest(Subject whose, int most) {
        return db.select(LEAD.ID)
                .from(LEAD)
                .where((whose.kind() == Subject.Kind.COMPANY ? LEAD.COMPANY_ID : LEAD.CONTACT_ID).eq(whose.id()))
                .orderBy(LEAD.CREATED_AT.desc(), LEAD.ID.desc())
                .limit(most)
                .fetch(LEAD.ID);
    }

    Map<Long, String> names(java.util.Set<Long> ids) {
        return db.select(LEAD_CARD.ID, LEAD_CARD.CONTACT_NAME)
                .from(LEAD_CARD)
                .where(LEAD_CARD.ID.in(ids))
                .fetchMap(LEAD_CARD.ID, LEAD_CARD.CONTACT_NAME);
    }

    private static Lead lead(LeadRecord r) {
        return new Lead(
                r.getId(),
                r.getContactId(),
                r.getCompanyId(),
                r.getProductLine(),
                LeadState.valueOf(r.getState()),
                r.getCycle(),
                r.getSource(),
                r.getChannel(),
                r.getCampaignId(),
                r.getIntent(),
                r.getHandRaise(),
                r.getOwnerId(),
                r.getTeamId(),
                r.getRevisitOn(),
                r.getCreatedAt(),
                r.getStateSince());
    }

    List<PathRow> path(long id) {
        return db.select(ENTRY.fields())
                .from(ENTRY)
                .where(ENTRY.LEAD_ID.eq(id))
                .orderBy(ENTRY.OCCURRED_AT, ENTRY.ID)
                .limit(500)
                .fetch(LeadTable::path);
    }

    private static PathRow path(Record r) {
        return new PathRow(
                LeadState.valueOf(r.get(ENTRY.STATE)),
                r.get(ENTRY.CYCLE),
                r.get(ENTRY.REASON),
                r.get(ENTRY.NOTE),
                r.get(ENTRY.ACTOR_ID),
                r.get(ENTRY.DEFINITION),
                r.get(ENTRY.OCCURRED_AT),
                r.get(ENTRY.REPLACED_AT) != null);
    }
}
