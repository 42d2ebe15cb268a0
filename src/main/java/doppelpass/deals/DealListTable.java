package doppelpass.deals;

import static doppelpassdb.contacts.Tables.COMPANY_CARD;
import static doppelpassdb.deals.Tables.DEAL;
import static doppelpassdb.deals.Tables.DEAL_CARD;
import static doppelpassdb.deals.Tables.STAGE;
import static doppelpassdb.identity.Tables.PERSON_CARD;

import doppelpass.database.Occurring;
import doppelpass.deals.views.DealRow;
import doppelpass.deals.views.Sums;
import doppelpass.search.Sought;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Deals on the board, and the sums of deals. */
@Component
class DealListTable {
    private static final int BOARD_CARDS = 50;
    private static final int MANY = 1_000;
    private static final Table<?> DEALS = DEAL_CARD
            .join(STAGE)
            .on(STAGE.ID.eq(DEAL_CARD.STAGE_ID))
            .leftJoin(COMPANY_CARD)
            .on(COMPANY_CARD.ID.eq(DEAL_CARD.COMPANY_ID))
            .leftJoin(PERSON_CARD)
            .on(PERSON_CARD.ID.eq(DEAL_CARD.OWNER_ID));
    private static final Field<Instant> LAST_SIGN = PaceTable.LAST_SIGN.as("last_sign");
    private static final List<SelectFieldOrAsterisk> SHOWN = List.of(
            DEAL_CARD.ID,
            DEAL_CARD.NAME,
            COMPANY_CARD.NAME,
            DEAL_CARD.AMOUNT_MINOR,
            DEAL_CARD.EXPECTED_CLOSE,
            LAST_SIGN,
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

    Sums sums(Condition where) {
        return db.select(DSL.count(), amount(), weighted())
                .from(DEAL_CARD)
                .where(where)
                .fetchSingle(r -> new Sums(r.value1(), whole(r.value2()), whole(r.value3())));
    }

    /** The pipeline with the most open deals, the first among equals; very many are as good as more. */
    Pipeline busiest(List<Pipeline> pipelines) {
        if (pipelines.size() == 1) return pipelines.getFirst();
        return db.select(pipelines.stream()
                        .map(pipeline -> DSL.field(DSL.selectCount()
                                .from(DSL.selectOne()
                                        .from(DEAL_CARD)
                                        .where(within(DSL.noCondition(), pipeline.openStages()))
                                        .limit(MANY))))
                        .toList())
                .fetchSingle(counts -> pipelines.stream()
                        .max(Comparator.comparing(
                                        (Pipeline pipeline) -> counts.get(pipelines.indexOf(pipeline), Integer.class))
                                .thenComparing(pipelines::indexOf, Comparator.reverseOrder()))
                        .orElseThrow());
    }

    /**
     * By the stages' numbers, written out: how many deals are in each is known to whoever plans the query, how many are open
     * is not.
     */
    static Condition within(Condition where, List<Stage> stages) {
        return where.and(DEAL_CARD.STAGE_ID.in(
                stages.stream().map(stage -> DSL.inline(stage.id())).toList()));
    }

    /** The sums of each stage, by its id. */
    Map<Long, Sums> stageSums(Condition where) {
        return db.select(DEAL_CARD.STAGE_ID, DSL.count(), amount(), weighted())
                .from(DEAL_CARD)
                .where(where)
                .groupBy(DEAL_CARD.STAGE_ID)
                .fetchMap(DEAL_CARD.STAGE_ID, r -> new Sums(r.value2(), whole(r.value3()), whole(r.value4())));
    }

    /** The first deals of each stage by expected close, by the stage's id. */
    Map<Long, List<DealRow>> stageDeals(Condition where, Look look) {
        Field<Integer> place = DSL.rowNumber()
                .over(DSL.partitionBy(DEAL_CARD.STAGE_ID)
                        .orderBy(DEAL_CARD.EXPECTED_CLOSE.asc().nullsLast(), DEAL_CARD.ID));
        var ranked = db.select(DEAL_CARD.ID.as("ranked_id"), place.as("place"))
                .from(DEAL_CARD)
                .where(where)
                .asTable("ranked");
        return db.select(SHOWN)
                .from(DEALS)
                .join(ranked)
                .on(ranked.field("ranked_id", Long.class).eq(DEAL_CARD.ID))
                .where(ranked.field("place", Integer.class).le(BOARD_CARDS))
                .orderBy(ranked.field("place"))
                .fetchGroups(STAGE.ID, r -> row(r, look));
    }

    /** The sources deals have. */
    List<String> sources() {
        return Occurring.values(db, DEAL, DEAL.SOURCE);
    }

    static Condition where(DealFilter filter, Sought sought, ZoneId zone, List<Pipeline> pipelines) {
        Condition where = ofStage(filter, pipelines);
        if (!filter.q().isEmpty()) {
            where = where.and(sought.in(DEAL_CARD.WORDS)
                    .or(DEAL_CARD.COMPANY_ID.in(
                            DSL.select(COMPANY_CARD.ID).from(COMPANY_CARD).where(sought.in(COMPANY_CARD.WORDS)))));
        }
        where = filter.owner() == null ? where : where.and(DEAL_CARD.OWNER_ID.eq(filter.owner()));
        where = filter.company() == null ? where : where.and(DEAL_CARD.COMPANY_ID.eq(filter.company()));
        where = filter.source().isEmpty() ? where : where.and(DEAL_CARD.SOURCE.eq(filter.source()));
        where = filter.campaign() == null ? where : where.and(DEAL_CARD.CAMPAIGN_ID.eq(filter.campaign()));
        where = filter.pipeline() == null ? where : where.and(DEAL_CARD.PIPELINE_ID.eq(filter.pipeline()));
        where = filter.from() == null ? where : where.and(close(zone).ge(filter.from()));
        return filter.to() == null ? where : where.and(close(zone).le(filter.to()));
    }

    private static Condition ofStage(DealFilter filter, List<Pipeline> pipelines) {
        Long id = filter.stageId();
        if (id != null) return DEAL_CARD.STAGE_ID.eq(id);
        return switch (filter.stage()) {
            case "all" -> DSL.noCondition();
            case "won" -> among(pipelines, Stage.Kind.WON);
            case "lost" -> among(pipelines, Stage.Kind.LOST);
            default -> among(pipelines, Stage.Kind.OPEN);
        };
    }

    private static Condition among(List<Pipeline> pipelines, Stage.Kind kind) {
        return within(
                DSL.noCondition(),
                pipelines.stream()
                        .flatMap(pipeline -> pipeline.stages().stream())
                        .filter(stage -> stage.kind() == kind)
                        .toList());
    }

    /** The day a deal was closed in the reader's zone, or is expected to be. */
    static Field<LocalDate> close(ZoneId zone) {
        Field<LocalDate> closed = DSL.field(
                "({0} at time zone {1})::date", SQLDataType.LOCALDATE, DEAL_CARD.CLOSED_AT, DSL.inline(zone.getId()));
        return DSL.coalesce(closed, DEAL_CARD.EXPECTED_CLOSE);
    }

    private static Field<BigDecimal> amount() {
        return DSL.coalesce(DSL.sum(DEAL_CARD.AMOUNT_MINOR), BigDecimal.ZERO);
    }

    private static Field<BigDecimal> weighted() {
        Field<BigDecimal> hundredfold = DSL.sum(DEAL_CARD.AMOUNT_MINOR.mul(DEAL_CARD.PROBABILITY.cast(Long.class)));
        return DSL.coalesce(DSL.round(hundredfold.div(100)), BigDecimal.ZERO);
    }

    private static long whole(BigDecimal minor) {
        return minor.longValue();
    }

    private static DealRow row(Record r, Look look) {
        Stage stage = PipelineTable.stage(r);
        return new DealRow(
                r.get(DEAL_CARD.ID),
                r.get(DEAL_CARD.NAME),
                r.get(COMPANY_CARD.NAME),
                r.get(DEAL_CARD.AMOUNT_MINOR),
                r.get(DEAL_CARD.EXPECTED_CLOSE),
                rest(r, stage, look));
    }

    private static Rest rest(Record r, Stage stage, Look look) {
        Duration stay = look.stays().get(stage.id());
        return stage.open()
                ? Rest.of(r.get(DEAL_CARD.EXPECTED_CLOSE), r.get(LAST_SIGN), stay, look.now(), look.today())
                : Rest.NONE;
    }
}
