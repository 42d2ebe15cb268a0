package doppelpass.deals;

import static doppelpassdb.contacts.Tables.COMPANY_CARD;
import static doppelpassdb.deals.Tables.DEAL;
import static doppelpassdb.deals.Tables.STAGE;
import static doppelpassdb.identity.Tables.PERSON_CARD;

import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.database.Keyset;
import doppelpass.deals.views.DealRow;
import doppelpass.deals.views.Sums;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Deals in lists and on the board, with their sums. */
@Component
class DealListTable {
    private static final int BOARD_CARDS = 50;
    private static final Table<?> DEALS = DEAL.join(STAGE)
            .on(STAGE.ID.eq(DEAL.STAGE_ID))
            .leftJoin(COMPANY_CARD)
            .on(COMPANY_CARD.ID.eq(DEAL.COMPANY_ID))
            .leftJoin(PERSON_CARD)
            .on(PERSON_CARD.ID.eq(DEAL.OWNER_ID));
    private static final List<SelectFieldOrAsterisk> SHOWN = List.of(
            DEAL.ID,
            DEAL.NAME,
            DEAL.COMPANY_ID,
            COMPANY_CARD.NAME,
            DEAL.AMOUNT_MINOR,
            DEAL.EXPECTED_CLOSE,
            DEAL.CLOSED_AT,
            PERSON_CARD.NAME,
            DEAL.SOURCE,
            DEAL.NEXT_STEP,
            DealPageTable.LAST_SIGN,
            STAGE.ID,
            STAGE.PIPELINE_ID,
            STAGE.NAME,
            STAGE.POSITION,
            STAGE.KIND,
            STAGE.PROBABILITY);

    private final DSLContext db;

    DealListTable(DSLContext db) {
        this.db = db;
    }

    /** When and where the reader reads; {@code stays} are the usual stays per stage id. */
    record Look(ZoneId zone, Instant now, Map<Long, Duration> stays) {
        LocalDate today() {
            return LocalDate.ofInstant(now, zone);
        }
    }

    /** The columns a list can be sorted by. */
    static Set<String> columns() {
        return sorts(ZoneId.of("UTC")).keySet();
    }

    Page<DealRow> page(DealFilter filter, PageRequest request, Look look) {
        Field<?> sort = sorts(look.zone()).getOrDefault(request.sort(), DEAL.EXPECTED_CLOSE);
        return new Keyset(db, DEALS, where(filter, look.zone()), sort, DEAL.ID, request)
                .fetch(SHOWN, r -> row(r, look), DealRow::id);
    }

    Sums sums(DealFilter filter, ZoneId zone) {
        return db.select(DSL.count(), amount(), weighted())
                .from(DEALS)
                .where(where(filter, zone))
                .fetchSingle(r -> new Sums(r.value1(), whole(r.value2()), whole(r.value3())));
    }

    /** The sums of each open stage, by its id. */
    Map<Long, Sums> stageSums(DealFilter filter, ZoneId zone) {
        return db.select(DEAL.STAGE_ID, DSL.count(), amount(), weighted())
                .from(DEALS)
                .where(where(filter, zone))
                .groupBy(DEAL.STAGE_ID)
                .fetchMap(DEAL.STAGE_ID, r -> new Sums(r.value2(), whole(r.value3()), whole(r.value4())));
    }

    /** The first deals of each stage by expected close, by the stage's id. */
    Map<Long, List<DealRow>> stageDeals(DealFilter filter, Look look) {
        Field<Integer> place = DSL.rowNumber()
                .over(DSL.partitionBy(DEAL.STAGE_ID)
                        .orderBy(DEAL.EXPECTED_CLOSE.asc().nullsLast(), DEAL.ID));
        var ranked = db.select(DEAL.ID.as("ranked_id"), place.as("place"))
                .from(DEALS)
                .where(where(filter, look.zone()))
                .asTable("ranked");
        return db.select(SHOWN)
                .from(DEALS)
                .join(ranked)
                .on(ranked.field("ranked_id", Long.class).eq(DEAL.ID))
                .where(ranked.field("place", Integer.class).le(BOARD_CARDS))
                .orderBy(ranked.field("place"))
                .fetchGroups(STAGE.ID, r -> row(r, look));
    }

    /** The sources deals have, the most frequent first. */
    List<String> sources() {
        return db.select(DEAL.SOURCE)
                .from(DEAL)
                .where(DEAL.SOURCE.ne(""))
                .groupBy(DEAL.SOURCE)
                .orderBy(DSL.count().desc(), DEAL.SOURCE)
                .limit(100)
                .fetch(DEAL.SOURCE);
    }

    private static Map<String, Field<?>> sorts(ZoneId zone) {
        return Map.of(
                "name", DSL.lower(DEAL.NAME),
                "company", DSL.lower(COMPANY_CARD.NAME),
                "stage", STAGE.POSITION,
                "amount", DEAL.AMOUNT_MINOR,
                "close", close(zone),
                "owner", DSL.lower(PERSON_CARD.NAME),
                "source", DSL.lower(DEAL.SOURCE),
                "created", DEAL.CREATED_AT);
    }

    private static Condition where(DealFilter filter, ZoneId zone) {
        Condition where = ofStage(filter);
        if (!filter.q().isEmpty()) {
            String like = "%" + DSL.escape(filter.q().toLowerCase(Locale.ROOT), '!') + "%";
            where = where.and(DSL.lower(DEAL.NAME)
                    .like(like, '!')
                    .or(DSL.lower(COMPANY_CARD.NAME).like(like, '!')));
        }
        where = filter.owner() == null ? where : where.and(DEAL.OWNER_ID.eq(filter.owner()));
        where = filter.company() == null ? where : where.and(DEAL.COMPANY_ID.eq(filter.company()));
        where = filter.source().isEmpty() ? where : where.and(DEAL.SOURCE.eq(filter.source()));
        where = filter.campaign() == null ? where : where.and(DEAL.CAMPAIGN_ID.eq(filter.campaign()));
        where = filter.from() == null ? where : where.and(close(zone).ge(filter.from()));
        return filter.to() == null ? where : where.and(close(zone).le(filter.to()));
    }

    private static Condition ofStage(DealFilter filter) {
        Long id = filter.stageId();
        if (id != null) {
            return DEAL.STAGE_ID.eq(id);
        }
        return switch (filter.stage()) {
            case "all" -> DSL.noCondition();
            case "won", "lost" -> STAGE.KIND.eq(filter.stage());
            default -> STAGE.KIND.eq("open");
        };
    }

    /** The day a deal was closed in the reader's zone, or is expected to be. */
    private static Field<LocalDate> close(ZoneId zone) {
        Field<LocalDate> closed = DSL.field(
                "({0} at time zone {1})::date", SQLDataType.LOCALDATE, DEAL.CLOSED_AT, DSL.inline(zone.getId()));
        return DSL.coalesce(closed, DEAL.EXPECTED_CLOSE);
    }

    private static Field<BigDecimal> amount() {
        return DSL.coalesce(DSL.sum(DEAL.AMOUNT_MINOR), BigDecimal.ZERO);
    }

    private static Field<BigDecimal> weighted() {
        Field<BigDecimal> hundredfold = DSL.sum(DEAL.AMOUNT_MINOR.mul(STAGE.PROBABILITY.cast(Long.class)));
        return DSL.coalesce(DSL.round(hundredfold.div(100)), BigDecimal.ZERO);
    }

    private static long whole(BigDecimal minor) {
        return minor.longValue();
    }

    private static DealRow row(Record r, Look look) {
        Stage stage = PipelineTable.stage(r);
        Instant closedAt = r.get(DEAL.CLOSED_AT);
        LocalDate expected = r.get(DEAL.EXPECTED_CLOSE);
        return new DealRow(
                r.get(DEAL.ID),
                r.get(DEAL.NAME),
                r.get(DEAL.COMPANY_ID),
                r.get(COMPANY_CARD.NAME),
                stage,
                r.get(DEAL.AMOUNT_MINOR),
                closedAt == null ? expected : LocalDate.ofInstant(closedAt, look.zone()),
                r.get(PERSON_CARD.NAME),
                r.get(DEAL.SOURCE),
                r.get(DEAL.NEXT_STEP),
                rest(r, stage, look));
    }

    private static Rest rest(Record r, Stage stage, Look look) {
        Instant last = r.get(DealPageTable.LAST_SIGN);
        Duration stay = look.stays().get(stage.id());
        return stage.open() ? Rest.of(r.get(DEAL.EXPECTED_CLOSE), last, stay, look.now(), look.today()) : Rest.NONE;
    }
}
