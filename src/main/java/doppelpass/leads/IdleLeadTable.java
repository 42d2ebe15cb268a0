package doppelpass.leads;

import static doppelpassdb.leads.Tables.LEAD;
import static doppelpassdb.leads.Tables.LEAD_CARD;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The SQL of leads that wait for their owner. */
@Component
class IdleLeadTable {
    private final DSLContext db;

    IdleLeadTable(DSLContext db) {
        this.db = db;
    }

    /** {@code revisit}: sent to rest until a day that has come; else idle. */
    record Idle(long id, String name, String company, boolean revisit) {}

    /** {@code limits}: in which state a lead is idle that came there before which moment. */
    List<Idle> of(long owner, Map<LeadState, Instant> limits, LocalDate today, int most) {
        Condition idle = DSL.noCondition();
        for (Map.Entry<LeadState, Instant> limit : limits.entrySet())
            idle = idle.or(LEAD.STATE.eq(limit.getKey().name()).and(LEAD.STATE_SINCE.lt(limit.getValue())));
        Condition revisit = LEAD.STATE.in("NURTURE", "RECYCLED").and(LEAD.REVISIT_ON.le(today));
        return db.select(LEAD.ID, LEAD_CARD.CONTACT_NAME, LEAD_CARD.COMPANY_NAME, DSL.field(revisit))
                .from(LEAD)
                .join(LEAD_CARD)
                .on(LEAD_CARD.ID.eq(LEAD.ID))
                .where(LEAD.OWNER_ID.eq(owner).and(idle.or(revisit)))
                .orderBy(LEAD.STATE_SINCE, LEAD.ID)
                .limit(most)
                .fetch(r -> new Idle(
                        r.value1(),
                        r.value2(),
                        Objects.requireNonNullElse(r.value3(), ""),
                        Boolean.TRUE.equals(r.value4())));
    }
}
