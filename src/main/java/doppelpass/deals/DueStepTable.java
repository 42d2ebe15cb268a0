package doppelpass.deals;

import static doppelpassdb.deals.Tables.DEAL_CARD;

import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** The SQL of next steps that are due. */
@Component
class DueStepTable {
    private final DSLContext db;

    DueStepTable(DSLContext db) {
        this.db = db;
    }

    List<? extends Record> of(long owner, LocalDate until, int most) {
        return db.select(DEAL_CARD.ID, DEAL_CARD.NAME, DEAL_CARD.NEXT_STEP, DEAL_CARD.NEXT_STEP_ON)
                .from(DEAL_CARD)
                .where(
                        DEAL_CARD.OWNER_ID.eq(owner),
                        DEAL_CARD.STATE.eq("open"),
                        DEAL_CARD.NEXT_STEP.isNotNull(),
                        DEAL_CARD.NEXT_STEP_ON.le(until))
                .orderBy(DEAL_CARD.NEXT_STEP_ON, DEAL_CARD.ID)
                .limit(most)
                .fetch();
    }
}
