package doppelpass.profit;

import static doppelpassdb.contacts.Tables.COMPANY_CARD;
import static doppelpassdb.profit.Tables.REVENUE;

import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.database.Keyset;
import doppelpass.search.Sought;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL of revenue. A correction replaces a row: the old one keeps when it stopped being true. */
@Component
class RevenueTable {
    /** Marks what a won deal posted by itself. */
    static final String BY_DEAL = "won deal";

    static final Map<String, Field<?>> SORTS = Map.of(
            "posted",
            REVENUE.POSTED_ON,
            "number",
            DSL.lower(REVENUE.NUMBER),
            "company",
            DSL.lower(COMPANY_CARD.NAME),
            "amount",
            REVENUE.AMOUNT_MINOR);

    private static final Table<?> ROWS = REVENUE.leftJoin(COMPANY_CARD).on(COMPANY_CARD.ID.eq(REVENUE.COMPANY_ID));
    private static final List<SelectFieldOrAsterisk> FIELDS = List.of(REVENUE.asterisk(), COMPANY_CARD.NAME);

    private final DSLContext db;

    RevenueTable(DSLContext db) {
        this.db = db;
    }

    /** {@code sought} is null where nothing is sought. */
    Page<Revenue> page(@Nullable Sought sought, String status, PageRequest request) {
        Field<?> sort = SORTS.getOrDefault(request.sort(), REVENUE.POSTED_ON);
        return new Keyset(db, ROWS, current().and(filter(sought, status)), sort, REVENUE.ID, request)
                .fetch(FIELDS, RevenueTable::revenue, Revenue::id);
    }

    Optional<Revenue> find(long id) {
        return db.select(FIELDS)
                .from(ROWS)
                .where(REVENUE.ID.eq(id).and(current()))
                .fetchOptional(RevenueTable::revenue);
    }

    long insert(NewRevenue r, String status, @Nullable String source, @Nullable String sourceId, Instant now) {
        return db.insertInto(REVENUE)
                .set(REVENUE.NUMBER, r.number())
                .set(REVENUE.COMPANY_ID, r.companyId())
                .set(REVENUE.DEAL_ID, r.dealId())
                .set(REVENUE.CAMPAIGN_ID, r.campaignId())
                .set(REVENUE.POSTED_ON, r.postedOn())
                .set(REVENUE.AMOUNT_MINOR, r.amountMinor())
                .set(REVENUE.COST_MINOR, r.costMinor())
                .set(REVENUE.NOTE, r.note())
                .set(REVENUE.STATUS, status)
                .set(REVENUE.RECORDED_AT, now)
                .set(REVENUE.SOURCE_SYSTEM, source)
                .set(REVENUE.SOURCE_ID, sourceId)
                .returning(REVENUE.ID)
                .fetchSingle(REVENUE.ID);
    }

    boolean replace(long id, Instant now) {
        return db.update(REVENUE)
                        .set(REVENUE.REPLACED_AT, now)
                        .where(REVENUE.ID.eq(id).and(current()))
                        .execute()
                == 1;
    }

    /** Takes back what the won deal posted by itself. */
    void replaceOfDeal(long dealId, Instant now) {
        db.update(REVENUE)
                .set(REVENUE.REPLACED_AT, now)
                .where(REVENUE.DEAL_ID.eq(dealId))
                .and(REVENUE.SOURCE_SYSTEM.eq(BY_DEAL))
                .and(current())
                .execute();
    }

    /** Whether somebody else than the deal itself has posted revenue for it. */
    boolean invoiced(long dealId) {
        return db.fetchExists(
                REVENUE,
                REVENUE.DEAL_ID
                        .eq(dealId)
                        .and(REVENUE.SOURCE_SYSTEM.isNull().or(REVENUE.SOURCE_SYSTEM.ne(BY_DEAL)))
                        .and(current()));
    }

    private static Condition current() {
        return REVENUE.REPLACED_AT.isNull();
    }

    private static Condition filter(@Nullable Sought sought, String status) {
        Condition text = sought == null
                ? DSL.noCondition()
                : sought.in(RevenueFindables.WORDS).or(sought.in(COMPANY_CARD.WORDS));
        return status.isBlank() ? text : text.and(REVENUE.STATUS.eq(status));
    }

    private static Revenue revenue(Record r) {
        LocalDate posted = r.get(REVENUE.POSTED_ON);
        return new Revenue(
                r.get(REVENUE.ID),
                r.get(REVENUE.NUMBER),
                r.get(REVENUE.COMPANY_ID),
                r.get(COMPANY_CARD.NAME),
                r.get(REVENUE.DEAL_ID),
                r.get(REVENUE.CAMPAIGN_ID),
                posted,
                r.get(REVENUE.AMOUNT_MINOR),
                r.get(REVENUE.COST_MINOR),
                r.get(REVENUE.STATUS),
                r.get(REVENUE.NOTE));
    }
}
