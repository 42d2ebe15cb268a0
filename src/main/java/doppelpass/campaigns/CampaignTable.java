package doppelpass.campaigns;

import static doppelpassdb.campaigns.Tables.CAMPAIGN;
import static doppelpassdb.campaigns.Tables.COST;
import static doppelpassdb.identity.Tables.PERSON_CARD;

import doppelpass.campaigns.views.CampaignRow;
import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.database.Keyset;
import doppelpass.timeline.Origin;
import doppelpassdb.campaigns.tables.records.CampaignRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The SQL of campaigns. */
@Component
class CampaignTable {
    private static final int OPEN = 500;
    private static final Field<BigDecimal> SPENT = DSL.coalesce(
            DSL.field(DSL.select(DSL.sum(COST.AMOUNT_MINOR))
                    .from(COST)
                    .where(COST.CAMPAIGN_ID.eq(CAMPAIGN.ID))
                    .and(COST.REPLACED_AT.isNull())),
            BigDecimal.ZERO);
    static final Map<String, Field<?>> SORTS = Map.of(
            "name", DSL.lower(CAMPAIGN.NAME),
            "type", CAMPAIGN.TYPE,
            "channel", CAMPAIGN.CHANNEL,
            "status", CAMPAIGN.STATUS,
            "starts", CAMPAIGN.STARTS_ON,
            "budget", CAMPAIGN.BUDGET_MINOR,
            "spent", SPENT,
            "owner", DSL.lower(PERSON_CARD.NAME));
    private static final Table<?> CAMPAIGNS = CAMPAIGN.leftJoin(PERSON_CARD).on(PERSON_CARD.ID.eq(CAMPAIGN.OWNER_ID));
    private static final List<SelectFieldOrAsterisk> SHOWN = List.of(
            CAMPAIGN.ID,
            CAMPAIGN.NAME,
            CAMPAIGN.TYPE,
            CAMPAIGN.CHANNEL,
            CAMPAIGN.STATUS,
            CAMPAIGN.STARTS_ON,
            CAMPAIGN.ENDS_ON,
            CAMPAIGN.BUDGET_MINOR,
            SPENT.as("spent"),
            PERSON_CARD.NAME);

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

    Page<CampaignRow> page(CampaignFilter filter, PageRequest request) {
        Field<?> sort = SORTS.getOrDefault(request.sort(), CAMPAIGN.STARTS_ON);
        return new Keyset(db, CAMPAIGNS, where(filter), sort, CAMPAIGN.ID, request)
                .fetch(SHOWN, CampaignTable::row, CampaignRow::id);
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

    private static Condition where(CampaignFilter filter) {
        Condition where = filter.q().isEmpty()
                ? DSL.noCondition()
                : DSL.lower(CAMPAIGN.NAME).like("%" + DSL.escape(filter.q().toLowerCase(Locale.ROOT), '!') + "%", '!');
        where = filter.status().isEmpty() ? where : where.and(CAMPAIGN.STATUS.eq(filter.status()));
        where = filter.channel().isEmpty() ? where : where.and(CAMPAIGN.CHANNEL.eq(filter.channel()));
        return filter.owner() == null ? where : where.and(CAMPAIGN.OWNER_ID.eq(filter.owner()));
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

    private static CampaignRow row(Record r) {
        return new CampaignRow(
                r.get(CAMPAIGN.ID),
                r.get(CAMPAIGN.NAME),
                r.get(CAMPAIGN.TYPE),
                Channel.of(r.get(CAMPAIGN.CHANNEL)).orElse(Channel.OTHER),
                r.get(CAMPAIGN.STATUS),
                r.get(CAMPAIGN.STARTS_ON),
                r.get(CAMPAIGN.ENDS_ON),
                r.get(CAMPAIGN.BUDGET_MINOR),
                r.get("spent", BigDecimal.class).longValueExact(),
                r.get(PERSON_CARD.NAME));
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
