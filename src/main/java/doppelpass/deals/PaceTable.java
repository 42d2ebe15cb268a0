package doppelpass.deals;

import static doppelpassdb.deals.Tables.DEAL_CARD;
import static doppelpassdb.deals.Tables.EVENT;
import static doppelpassdb.timeline.Tables.ACTIVITY_FACT;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record2;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** How fast deals move: the usual stay in a stage, the last sign of life, and which deals have gone stale. */
@Component
class PaceTable {
    private static final int MANY = 5;
    private static final int PACE_DAYS = 730;

    /** The last sign of life of a deal: the latest change, stage or activity. Planned activities are none yet. */
    static final Field<Instant> LAST_SIGN = DSL.greatest(
            DEAL_CARD.STAGE_SINCE,
            DEAL_CARD.TOUCHED_AT,
            DSL.field(DSL.select(DSL.max(ACTIVITY_FACT.OCCURRED_AT))
                    .from(ACTIVITY_FACT)
                    .where(ACTIVITY_FACT.DEAL_ID.eq(DEAL_CARD.ID), DSL.condition(ACTIVITY_FACT.HAPPENED))));

    private final DSLContext db;

    PaceTable(DSLContext db) {
        this.db = db;
    }

    Optional<Instant> lastSign(long id) {
        return db.select(LAST_SIGN).from(DEAL_CARD).where(DEAL_CARD.ID.eq(id)).fetchOptional(r -> r.value1());
    }

    /** The median stay per stage, for stages that have one. */
    Map<Long, Duration> medianStays(Instant now) {
        return db.selectFrom(medians(now))
                .fetchMap(
                        r -> Objects.requireNonNull(r.value1()),
                        r -> Duration.ofSeconds(r.value2().longValue()));
    }

    /** About how many steps are kept. */
    long steps() {
        return db.select(DSL.coalesce(DSL.max(EVENT.ID).minus(DSL.min(EVENT.ID)), 0L))
                .from(EVENT)
                .fetchSingle()
                .value1();
    }

    /** The same in whole seconds as one JSON object, worked out once per query. */
    static Field<JSONB> seconds(Instant now) {
        Table<Record2<Long, BigDecimal>> medians = medians(now);
        return DSL.field(DSL.select(DSL.field(
                        "jsonb_object_agg({0}, trunc({1}))", SQLDataType.JSONB, medians.field(0), medians.field(1)))
                .from(medians));
    }

    /** {@link Rest} of every deal of a list: its code, or nothing. */
    static Field<String> rest(Instant now, LocalDate today, Field<JSONB> stays) {
        Field<BigDecimal> usual =
                DSL.field("({0} ->> {1}::text)::numeric", SQLDataType.NUMERIC, stays, DEAL_CARD.STAGE_ID);
        Field<BigDecimal> quiet =
                DSL.field("extract(epoch from {0} - {1})", SQLDataType.NUMERIC, DSL.val(now), LAST_SIGN);
        return DSL.when(DEAL_CARD.STATE.ne("open"), DSL.inline((String) null))
                .when(DEAL_CARD.EXPECTED_CLOSE.lt(today), DSL.inline("overdue"))
                .when(quiet.gt(usual.mul(new BigDecimal("1.5"))), DSL.inline("idle"));
    }

    /** Stages that at least five deals have left in two years, and the median of their stays in seconds. */
    private static Table<Record2<Long, BigDecimal>> medians(Instant now) {
        Field<Instant> left = DSL.lead(EVENT.OCCURRED_AT)
                .over(DSL.partitionBy(EVENT.DEAL_ID).orderBy(EVENT.OCCURRED_AT, EVENT.ID))
                .as("left_at");
        var stays = DSL.select(EVENT.STAGE_ID, EVENT.OCCURRED_AT, left)
                .from(EVENT)
                .where(
                        EVENT.KIND.in("created", "stage", "won", "lost", "reopened"),
                        EVENT.OCCURRED_AT.gt(now.minus(PACE_DAYS, ChronoUnit.DAYS)))
                .asTable("stays");
        Field<BigDecimal> seconds = DSL.field(
                "extract(epoch from {0} - {1})",
                SQLDataType.NUMERIC, stays.field(left), stays.field(EVENT.OCCURRED_AT));
        Field<Long> stage = Objects.requireNonNull(stays.field(EVENT.STAGE_ID));
        return DSL.select(
                        stage,
                        DSL.percentileCont(0.5).withinGroupOrderBy(seconds).as("median"))
                .from(stays)
                .where(stays.field(left).isNotNull())
                .groupBy(stage)
                .having(DSL.count().ge(MANY))
                .asTable("medians");
    }
}
