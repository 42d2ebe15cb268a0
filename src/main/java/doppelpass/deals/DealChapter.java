package doppelpass.deals;

import static doppelpassdb.deals.Tables.EVENT;
import static doppelpassdb.deals.Tables.STAGE;

import doppelpass.timeline.Chapter;
import doppelpass.web.Words;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The course of a deal in its history: opened, moved, won, lost, reopened. */
@Component
class DealChapter implements Chapter {
    @Override
    public String filter() {
        return "step";
    }

    @Override
    public String icon() {
        return "route";
    }

    @Override
    public Table<?> table() {
        return EVENT;
    }

    @Override
    public Columns columns() {
        Field<String> stage = DSL.field(DSL.select(STAGE.NAME).from(STAGE).where(STAGE.ID.eq(EVENT.STAGE_ID)));
        return new Columns(
                EVENT.ID,
                EVENT.KIND,
                DSL.coalesce(DSL.when(EVENT.KIND.eq("lost"), EVENT.REASON).otherwise(stage), ""),
                EVENT.ACTOR_ID,
                EVENT.OCCURRED_AT,
                DSL.inline("deal"),
                EVENT.DEAL_ID);
    }

    /** What was taken back, and what was written otherwise, stands in the deal's own history only. */
    @Override
    public Condition told() {
        return EVENT.REPLACED_AT.isNull().and(EVENT.KIND.notIn("amount", "changed"));
    }

    @Override
    public String label(String kind) {
        return Words.t("deals.told." + kind);
    }

    @Override
    public String title(String kind, String text) {
        return kind.equals("lost")
                ? LossReason.of(text).map(r -> Words.t(r.key())).orElse(text)
                : text;
    }
}
