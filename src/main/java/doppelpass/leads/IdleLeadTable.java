package doppelpass.leads;

import static doppelpassdb.leads.Tables.LEAD;
import static doppelpassdb.leads.Tables.LEAD_CARD;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The SQL of leads that wait for their owner. */
@Component
class IdleLeadTable {
    private static final Field<Long> ID = DSL.field(DSL.name("waiting_id"), Long.class);
    private static final Field<Instant> SINCE = DSL.field(DSL.name("waiting_since"), Instant.class);
    private static final Field<Boolean> REVISIT = DSL.field(DSL.name("revisit"), Boolean.class);

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
        // all of the owner's first: along the order of all leads, nearly all would be passed
        CommonTableExpression<?> mine = DSL.name("mine")
                .asMaterialized(DSL.select(
                                LEAD.ID.as(ID),
                                LEAD.STATE_SINCE.as(SINCE),
                                DSL.field(revisit).as(REVISIT))
                        .from(LEAD)
                        .where(LEAD.OWNER_ID.eq(owner).and(idle.or(revisit))));
        Table<?> first = DSL.select(ID, SINCE, REVISIT)
                .from(mine)
                .orderBy(SINCE, ID)
                .limit(most)
                .asTable("first");
        return db.with(mine)
                .select(ID, LEAD_CARD.CONTACT_NAME, LEAD_CARD.COMPANY_NAME, REVISIT)
                .from(first)
                .join(LEAD_CARD)
                .on(LEAD_CARD.ID.eq(ID))
                .orderBy(SINCE, ID)
                .fetch(r -> new Idle(
                        r.value1(),
                        r.value2(),
                        Objects.requireNonNullElse(r.value3(), ""),
                        Boolean.TRUE.equals(r.value4())));
    }
}
