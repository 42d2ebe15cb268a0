package doppelpass.timeline;

import static doppelpassdb.timeline.Tables.ACTIVITY;

import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The SQL of what is planned. */
@Component
class PlanTable {
    private static final int MOST = 50;

    private final DSLContext db;

    PlanTable(DSLContext db) {
        this.db = db;
    }

    /** Calls and meetings of a person before that time, the longest due first. */
    List<Plan> of(long person, Instant before) {
        return db.select(
                        ACTIVITY.ID,
                        ACTIVITY.KIND,
                        ACTIVITY.SUBJECT,
                        ACTIVITY.OCCURRED_AT,
                        ACTIVITY.CONTACT_ID,
                        ACTIVITY.COMPANY_ID,
                        ACTIVITY.LEAD_ID,
                        ACTIVITY.DEAL_ID)
                .from(ACTIVITY)
                .where(
                        ACTIVITY.PERSON_ID.eq(person),
                        ACTIVITY.OUTCOME.eq("planned"),
                        ACTIVITY.REPLACED_AT.isNull(),
                        ACTIVITY.KIND.in("call", "meeting"),
                        ACTIVITY.OCCURRED_AT.lt(before))
                .orderBy(ACTIVITY.OCCURRED_AT)
                .limit(MOST)
                .fetch(r -> new Plan(
                        r.value1(),
                        r.value2(),
                        r.value3(),
                        new About(r.value5(), r.value6(), r.value7(), r.value8(), null),
                        r.value4()));
    }

    /** What became of it and when it was; known since now. */
    void settle(long id, NewActivity.Outcome outcome, Instant at, Instant now) {
        db.update(ACTIVITY)
                .set(ACTIVITY.OUTCOME, outcome.code())
                .set(ACTIVITY.OCCURRED_AT, at)
                .set(ACTIVITY.RECORDED_AT, now)
                .where(ACTIVITY.ID.eq(id))
                .execute();
    }
}
