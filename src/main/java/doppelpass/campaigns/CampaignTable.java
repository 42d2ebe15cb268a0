package doppelpass.campaigns;

import static doppelpassdb.campaigns.Tables.CAMPAIGN;
import static doppelpassdb.identity.Tables.PERSON_CARD;

import doppelpass.timeline.Origin;
import doppelpassdb.campaigns.tables.records.CampaignRecord;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The SQL of campaigns. */
@Component
class CampaignTable {
    private static final int OPEN = 500;
    private static final int TYPES = 100;
    private static final Table<?> CAMPAIGNS = CAMPAIGN.leftJoin(PERSON_CARD).on(PERSON_CARD.ID.eq(CAMPAIGN.OWNER_ID));

    private final DSLContext db;

    CampaignTable(DSLContext db) {
        this.db = db;
    }

    Optional<Campaign> find(long id) {
        return db.select(CAMPAIGN.fields())
                .select(PERSON_CARD.NAME)
                .from(CAMPAIGNS)
                .where(CAMPAIGN.ID.eq(id))
                .fetchOptional(CampaignTable::campaign);
    }

    List<Campaign> open() {
        return db.select(CAMPAIGN.fields())
                .select(PERSON_CARD.NAME)
                .from(CAMPAIGNS)
                .where(CAMPAIGN.STATUS.in("planned", "active"))
                .orderBy(DSL.lower(CAMPAIGN.NAME), CAMPAIGN.ID)
                .limit(OPEN)
                .fetch(CampaignTable::campaign);
    }

    /** The types that occur besides the usual ones. */
    List<String> types() {
        return db.selectDistinct(CAMPAIGN.TYPE)
                .from(CAMPAIGN)
                .where(CAMPAIGN.TYPE.notIn(CampaignForm.TYPES), CAMPAIGN.TYPE.ne(""))
                .orderBy(CAMPAIGN.TYPE)
                .limit(TYPES)
                .fetch(CAMPAIGN.TYPE);
    }

    long insert(CampaignDetails details, Instant createdAt, Origin origin, Instant now) {
        CampaignRecord row = row(details, now);
        row.setCreatedAt(createdAt);
        row.setRecordedAt(now);
        row.setImportId(origin.importId());
        row.setSourceSystem(origin.system());
        row.setSourceId(origin.id());
        return db.insertInto(CAMPAIGN).set(row).returning(CAMPAIGN.ID).fetchSingle(CAMPAIGN.ID);
    }

    void update(long id, CampaignDetails details, Instant now) {
        db.update(CAMPAIGN).set(row(details, now)).where(CAMPAIGN.ID.eq(id)).execute();
    }

    Map<Long, String> names(Set<Long> ids) {
        return db.select(CAMPAIGN.ID, CAMPAIGN.NAME)
                .from(CAMPAIGN)
                .where(CAMPAIGN.ID.in(ids))
                .fetchMap(CAMPAIGN.ID, CAMPAIGN.NAME);
    }

    private CampaignRecord row(CampaignDetails d, Instant now) {
        CampaignRecord row = db.newRecord(CAMPAIGN);
        row.setName(d.name());
        row.setType(d.type());
        row.setChannel(d.channel().code());
        row.setStatus(d.status().code());
        row.setStartsOn(d.startsOn());
        row.setEndsOn(d.endsOn());
        row.setBudgetMinor(d.budgetMinor());
        row.setExpectedRevenueMinor(d.expectedRevenueMinor());
        row.setGoal(d.goal());
        row.setOwnerId(d.ownerId());
        row.setUpdatedAt(now);
        return row;
    }

    private static Campaign campaign(Record r) {
        CampaignDetails details = new CampaignDetails(
                r.get(CAMPAIGN.NAME),
                r.get(CAMPAIGN.TYPE),
                Channel.of(r.get(CAMPAIGN.CHANNEL)).orElse(Channel.OTHER),
                CampaignDetails.Status.valueOf(r.get(CAMPAIGN.STATUS).toUpperCase(Locale.ROOT)),
                r.get(CAMPAIGN.STARTS_ON),
                r.get(CAMPAIGN.ENDS_ON),
                r.get(CAMPAIGN.BUDGET_MINOR),
                r.get(CAMPAIGN.EXPECTED_REVENUE_MINOR),
                r.get(CAMPAIGN.GOAL),
                r.get(CAMPAIGN.OWNER_ID));
        return new Campaign(r.get(CAMPAIGN.ID), details, r.get(PERSON_CARD.NAME), r.get(CAMPAIGN.CREATED_AT));
    }
}
