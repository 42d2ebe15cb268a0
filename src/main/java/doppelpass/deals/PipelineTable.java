package doppelpass.deals;

import static doppelpassdb.deals.Tables.DEAL;
import static doppelpassdb.deals.Tables.EVENT;
import static doppelpassdb.deals.Tables.PIPELINE;
import static doppelpassdb.deals.Tables.STAGE;

import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Pipelines and their stages. */
@Component
class PipelineTable {
    private static final int MOST = 500;

    private final DSLContext db;

    PipelineTable(DSLContext db) {
        this.db = db;
    }

    List<Pipeline> pipelines() {
        Map<Long, List<Stage>> stages = db.selectFrom(STAGE)
                .orderBy(DSL.case_(STAGE.KIND).when("open", 0).when("won", 1).otherwise(2), STAGE.POSITION, STAGE.ID)
                .limit(MOST)
                .fetchGroups(STAGE.PIPELINE_ID, PipelineTable::stage);
        return db.selectFrom(PIPELINE)
                .orderBy(PIPELINE.POSITION, PIPELINE.ID)
                .limit(MOST)
                .fetch(r -> new Pipeline(
                        r.getId(), r.getName(), r.getPosition(), stages.getOrDefault(r.getId(), List.of())));
    }

    long insertPipeline(String name) {
        return db.insertInto(PIPELINE)
                .set(PIPELINE.NAME, name)
                .set(
                        PIPELINE.POSITION,
                        DSL.select(DSL.coalesce(DSL.max(PIPELINE.POSITION), 0).plus(1))
                                .from(PIPELINE))
                .returning(PIPELINE.ID)
                .fetchSingle(PIPELINE.ID);
    }

    void renamePipeline(long id, String name) {
        db.update(PIPELINE).set(PIPELINE.NAME, name).where(PIPELINE.ID.eq(id)).execute();
    }

    void insertStage(long pipeline, String name, Stage.Kind kind, int probability) {
        db.insertInto(STAGE)
                .set(STAGE.PIPELINE_ID, pipeline)
                .set(STAGE.NAME, name)
                .set(STAGE.KIND, kind.code())
                .set(STAGE.PROBABILITY, probability)
                .set(
                        STAGE.POSITION,
                        DSL.select(DSL.coalesce(DSL.max(STAGE.POSITION), 0).plus(1))
                                .from(STAGE)
                                .where(STAGE.PIPELINE_ID.eq(pipeline)))
                .execute();
    }

    void updateStage(long id, String name, int probability) {
        db.update(STAGE)
                .set(STAGE.NAME, name)
                .set(STAGE.PROBABILITY, probability)
                .where(STAGE.ID.eq(id))
                .execute();
    }

    void place(long id, int position) {
        db.update(STAGE).set(STAGE.POSITION, position).where(STAGE.ID.eq(id)).execute();
    }

    void deleteStage(long id) {
        db.deleteFrom(STAGE).where(STAGE.ID.eq(id)).execute();
    }

    /** One change of stages at a time: whoever comes second sees what the first one left. */
    void lock(long pipeline) {
        db.select(PIPELINE.ID)
                .from(PIPELINE)
                .where(PIPELINE.ID.eq(pipeline))
                .forUpdate()
                .execute();
    }

    /** A deal stands in the stage, or stood there once. */
    boolean used(long stage) {
        return db.fetchExists(DEAL, DEAL.STAGE_ID.eq(stage)) || db.fetchExists(EVENT, EVENT.STAGE_ID.eq(stage));
    }

    static Stage stage(Record r) {
        return new Stage(
                r.get(STAGE.ID),
                r.get(STAGE.PIPELINE_ID),
                r.get(STAGE.NAME),
                r.get(STAGE.POSITION),
                Stage.Kind.of(r.get(STAGE.KIND)),
                r.get(STAGE.PROBABILITY));
    }
}
