package doppelpass.deals;

import static doppelpassdb.deals.Tables.DEAL;
import static doppelpassdb.deals.Tables.EVENT;
import static doppelpassdb.deals.Tables.STAGE;
import static doppelpassdb.leads.Tables.LEAD_CARD;

import doppelpass.timeline.Subject;
import doppelpassdb.deals.tables.records.DealRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Deals and what happened to them: reading one, locking one, writing. */
@Component
class DealTable {
    private final DSLContext db;

    DealTable(DSLContext db) {
        this.db = db;
    }

    /** One line of a deal's history. Business and system time differ when something is entered afterwards. */
    record Happened(
            long dealId,
            String kind,
            long stageId,
            long amountMinor,
            @Nullable String reason,
            @Nullable String note,
            @Nullable Long actor,
            Instant at,
            Instant recordedAt) {}

    Optional<Deal> find(long id) {
        return db.select(DEAL.fields())
                .select(STAGE.fields())
                .from(DEAL)
                .join(STAGE)
                .on(STAGE.ID.eq(DEAL.STAGE_ID))
                .where(DEAL.ID.eq(id))
                .fetchOptional(DealTable::deal);
    }

    /** The deal, kept for this transaction alone: a second person waits here and then sees what the first one did. */
    Optional<Deal> lock(long id) {
        db.select(DEAL.ID).from(DEAL).where(DEAL.ID.eq(id)).forUpdate().execute();
        return find(id);
    }

    long insert(DealDetails details, Stage stage, Instant at, Instant recordedAt) {
        DealRecord row = record(details);
        row.setStageId(stage.id());
        row.setCreatedAt(at);
        row.setStageSince(at);
        row.setTouchedAt(at);
        row.setRecordedAt(recordedAt);
        row.setUpdatedAt(recordedAt);
        return db.insertInto(DEAL).set(row).returning(DEAL.ID).fetchSingle(DEAL.ID);
    }

    void update(Deal deal, Instant recordedAt) {
        DealRecord row = record(deal.details());
        row.setStageId(deal.stage().id());
        row.setStageSince(deal.stageSince());
        row.setClosedAt(deal.closedAt());
        row.setLossReason(deal.lossReason());
        row.setTouchedAt(recordedAt);
        row.setUpdatedAt(recordedAt);
        db.update(DEAL).set(row).where(DEAL.ID.eq(deal.id())).execute();
    }

    void append(Happened event) {
        db.insertInto(EVENT)
                .set(EVENT.DEAL_ID, event.dealId())
                .set(EVENT.KIND, event.kind())
                .set(EVENT.STAGE_ID, event.stageId())
                .set(EVENT.AMOUNT_MINOR, event.amountMinor())
                .set(EVENT.REASON, event.reason())
                .set(EVENT.NOTE, event.note())
                .set(EVENT.ACTOR_ID, event.actor())
                .set(EVENT.OCCURRED_AT, event.at())
                .set(EVENT.RECORDED_AT, event.recordedAt())
                .execute();
    }

    /** A closure no longer holds from {@code replacedAt} on; whoever asks for an earlier state of knowledge still sees it. */
    void replaceClosure(long dealId, Instant replacedAt) {
        db.update(EVENT)
                .set(EVENT.REPLACED_AT, replacedAt)
                .where(EVENT.DEAL_ID.eq(dealId), EVENT.KIND.in("won", "lost"), EVENT.REPLACED_AT.isNull())
                .execute();
    }

    /** What the closure that holds said beside its reason. */
    @Nullable
    String closureNote(long dealId) {
        return db.select(EVENT.NOTE)
                .from(EVENT)
                .where(EVENT.DEAL_ID.eq(dealId), EVENT.KIND.in("won", "lost"), EVENT.REPLACED_AT.isNull())
                .orderBy(EVENT.ID.desc())
                .limit(1)
                .fetchOne(EVENT.NOTE);
    }

    /** The open stage the deal stood in last. */
    Optional<Long> lastOpenStage(long dealId) {
        return db.select(EVENT.STAGE_ID)
                .from(EVENT)
                .join(STAGE)
                .on(STAGE.ID.eq(EVENT.STAGE_ID))
                .where(EVENT.DEAL_ID.eq(dealId), STAGE.KIND.eq("open"))
                .orderBy(EVENT.OCCURRED_AT.desc(), EVENT.ID.desc())
                .limit(1)
                .fetchOptional(EVENT.STAGE_ID);
    }

    /** Where its lead came from is where the deal does, whoever opened it; no lead, no change. */
    void comeAsLead(long id) {
        db.update(DEAL)
                .set(DEAL.SOURCE, LEAD_CARD.SOURCE)
                .set(DEAL.CHANNEL, LEAD_CARD.CHANNEL)
                .from(LEAD_CARD)
                .where(DEAL.ID.eq(id).and(LEAD_CARD.ID.eq(DEAL.LEAD_ID)))
                .execute();
    }

    /** Another deal of the lead is open or won. */
    boolean lives(long leadId) {
        return ofLead(leadId, "open", "won");
    }

    boolean won(long leadId) {
        return ofLead(leadId, "won");
    }

    Map<Long, String> names(Set<Long> ids) {
        return db.select(DEAL.ID, DEAL.NAME).from(DEAL).where(DEAL.ID.in(ids)).fetchMap(DEAL.ID, DEAL.NAME);
    }

    /** The latest of a contact, company or lead. */
    List<Long> latest(Subject whose, int most) {
        return db.select(DEAL.ID)
                .from(DEAL)
                .where(of(whose))
                .orderBy(DEAL.CREATED_AT.desc(), DEAL.ID.desc())
                .limit(most)
                .fetch(DEAL.ID);
    }

    static Condition of(Subject whose) {
        return switch (whose.kind()) {
            case COMPANY -> DEAL.COMPANY_ID.eq(whose.id());
            case LEAD -> DEAL.LEAD_ID.eq(whose.id());
            case CONTACT -> DEAL.CONTACT_ID.eq(whose.id());
            case DEAL -> DEAL.ID.eq(whose.id());
            case CAMPAIGN -> DEAL.CAMPAIGN_ID.eq(whose.id());
        };
    }

    private boolean ofLead(long leadId, String... kinds) {
        return db.fetchExists(
                DEAL.join(STAGE).on(STAGE.ID.eq(DEAL.STAGE_ID)),
                DEAL.LEAD_ID.eq(leadId).and(STAGE.KIND.in(kinds)));
    }

    static DealRecord record(DealDetails d) {
        DealRecord row = new DealRecord();
        row.setName(d.name());
        row.setCompanyId(d.companyId());
        row.setContactId(d.contactId());
        row.setLeadId(d.leadId());
        row.setCampaignId(d.campaignId());
        row.setProductId(d.productId());
        row.setType(d.type().code());
        row.setSource(d.source());
        row.setChannel(d.channel());
        row.setAmountMinor(d.amountMinor());
        row.setCostMinor(d.costMinor());
        row.setExpectedClose(d.expectedClose());
        row.setNextStep(d.nextStep());
        row.setNextStepOn(d.nextStepOn());
        row.setOwnerId(d.ownerId());
        row.setTeamId(d.teamId());
        return row;
    }

    private static Deal deal(Record r) {
        return new Deal(
                r.get(DEAL.ID),
                new DealDetails(
                        r.get(DEAL.NAME),
                        r.get(DEAL.COMPANY_ID),
                        r.get(DEAL.CONTACT_ID),
                        r.get(DEAL.LEAD_ID),
                        r.get(DEAL.CAMPAIGN_ID),
                        r.get(DEAL.PRODUCT_ID),
                        DealType.of(r.get(DEAL.TYPE)),
                        r.get(DEAL.SOURCE),
                        r.get(DEAL.CHANNEL),
                        r.get(DEAL.AMOUNT_MINOR),
                        r.get(DEAL.COST_MINOR),
                        r.get(DEAL.EXPECTED_CLOSE),
                        r.get(DEAL.NEXT_STEP),
                        r.get(DEAL.NEXT_STEP_ON),
                        r.get(DEAL.OWNER_ID),
                        r.get(DEAL.TEAM_ID)),
                PipelineTable.stage(r),
                r.get(DEAL.CREATED_AT),
                r.get(DEAL.STAGE_SINCE),
                r.get(DEAL.CLOSED_AT),
                r.get(DEAL.LOSS_REASON));
    }
}
