package doppelpass.campaigns;

import static doppelpassdb.campaigns.Tables.CAMPAIGN;
import static doppelpassdb.campaigns.Tables.COST;

import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.core.Period;
import doppelpass.core.TeamFunction;
import doppelpass.database.Keyset;
import java.math.BigDecimal;
import java.time.Instant;
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
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The SQL of costs. */
@Component
class CostTable {
    private static final int MOST = 1000;
    static final Map<String, Field<?>> SORTS = Map.of(
            "from", COST.FROM_DAY,
            "function", COST.FUNCTION,
            "campaign", DSL.lower(CAMPAIGN.NAME).coerce(SQLDataType.CLOB), // not every cost has one
            "channel", COST.CHANNEL,
            "kind", COST.KIND,
            "amount", COST.AMOUNT_MINOR);
    private static final Table<?> COSTS = COST.leftJoin(CAMPAIGN).on(CAMPAIGN.ID.eq(COST.CAMPAIGN_ID));
    private static final List<SelectFieldOrAsterisk> SHOWN = List.of(
            COST.ID,
            COST.FUNCTION,
            COST.CAMPAIGN_ID,
            CAMPAIGN.NAME,
            COST.CHANNEL,
            COST.KIND,
            COST.AMOUNT_MINOR,
            COST.FROM_DAY,
            COST.TO_DAY,
            COST.NOTE,
            COST.RECORDED_AT,
            COST.REPLACED_AT,
            COST.REPLACES_ID);

    private final DSLContext db;

    CostTable(DSLContext db) {
        this.db = db;
    }

    Optional<Cost> find(long id) {
        return db.select(SHOWN).from(COSTS).where(COST.ID.eq(id)).fetchOptional(CostTable::cost);
    }

    List<Cost> of(long campaign) {
        return db.select(SHOWN)
                .from(COSTS)
                .where(COST.CAMPAIGN_ID.eq(campaign))
                .orderBy(COST.FROM_DAY, COST.ID)
                .limit(MOST)
                .fetch(CostTable::cost);
    }

    Page<Cost> page(CostFilter filter, PageRequest request) {
        Field<?> sort = SORTS.getOrDefault(request.sort(), COST.FROM_DAY);
        return new Keyset(db, COSTS, where(filter), sort, COST.ID, request).fetch(SHOWN, CostTable::cost, Cost::id);
    }

    /** The sum of the amounts, or of what falls into the filter's period, rounded like each line. */
    long total(CostFilter filter) {
        Period period = filter.period();
        Field<BigDecimal> part = period == null ? COST.AMOUNT_MINOR.cast(BigDecimal.class) : accrued(period);
        return db.select(DSL.coalesce(DSL.sum(part), BigDecimal.ZERO))
                .from(COST)
                .where(where(filter))
                .fetchSingle(r -> r.value1().longValueExact());
    }

    long accrued(TeamFunction function, Period period, Instant knownAt) {
        return db.select(DSL.coalesce(DSL.sum(accrued(period)), BigDecimal.ZERO))
                .from(COST)
                .where(COST.FUNCTION.eq(function.code()))
                .and(within(period))
                .and(COST.RECORDED_AT.le(knownAt))
                .and(COST.REPLACED_AT.isNull().or(COST.REPLACED_AT.gt(knownAt)))
                .fetchSingle(r -> r.value1().longValueExact());
    }

    long insert(NewCost cost, @Nullable Long replaces, Instant now) {
        return db.insertInto(COST)
                .set(COST.FUNCTION, cost.function().code())
                .set(COST.CAMPAIGN_ID, cost.campaignId())
                .set(
                        COST.CHANNEL,
                        cost.channel() == null ? null : cost.channel().code())
                .set(COST.KIND, cost.kind())
                .set(COST.AMOUNT_MINOR, cost.amountMinor())
                .set(COST.FROM_DAY, cost.fromDay())
                .set(COST.TO_DAY, cost.toDay())
                .set(COST.NOTE, cost.note())
                .set(COST.RECORDED_AT, now)
                .set(COST.REPLACES_ID, replaces)
                .returning(COST.ID)
                .fetchSingle(COST.ID);
    }

    /** From now on it counts no more; false if somebody was faster. */
    boolean end(long id, Instant now) {
        return db.update(COST)
                        .set(COST.REPLACED_AT, now)
                        .where(COST.ID.eq(id))
                        .and(COST.REPLACED_AT.isNull())
                        .execute()
                == 1;
    }

    private static Condition where(CostFilter filter) {
        Condition where = COST.REPLACED_AT.isNull();
        where = filter.function().isEmpty() ? where : where.and(COST.FUNCTION.eq(filter.function()));
        where = filter.channel().isEmpty() ? where : where.and(COST.CHANNEL.eq(filter.channel()));
        return filter.period() == null ? where : where.and(within(filter.period()));
    }

    private static Condition within(Period period) {
        return COST.FROM_DAY.lt(period.to()).and(COST.TO_DAY.ge(period.from()));
    }

    /** {@link Accrual} for one period: with two parts the largest remainder is rounding half away from zero. */
    private static Field<BigDecimal> accrued(Period period) {
        return DSL.field(
                "round({0}::numeric * (least({1} + 1, {2}) - greatest({3}, {4})) / ({1} + 1 - {3}))",
                BigDecimal.class,
                COST.AMOUNT_MINOR,
                COST.TO_DAY,
                DSL.val(period.to()),
                COST.FROM_DAY,
                DSL.val(period.from()));
    }

    private static Cost cost(Record r) {
        String channel = r.get(COST.CHANNEL);
        NewCost entry = new NewCost(
                TeamFunction.of(r.get(COST.FUNCTION)),
                r.get(COST.CAMPAIGN_ID),
                channel == null ? null : Channel.of(channel).orElse(Channel.OTHER),
                r.get(COST.KIND),
                r.get(COST.AMOUNT_MINOR),
                r.get(COST.FROM_DAY),
                r.get(COST.TO_DAY),
                r.get(COST.NOTE));
        return new Cost(
                r.get(COST.ID),
                entry,
                r.get(CAMPAIGN.NAME),
                r.get(COST.RECORDED_AT),
                r.get(COST.REPLACED_AT),
                r.get(COST.REPLACES_ID));
    }
}
