package doppelpass.leads;

import static doppelpassdb.contacts.Tables.CONTACT_CARD;
import static doppelpassdb.leads.Tables.LEAD;
import static doppelpassdb.timeline.Tables.ACTIVITY_FACT;

import doppelpass.core.TeamFunction;
import doppelpass.quality.Check;
import doppelpass.quality.Checks;
import doppelpass.quality.Moment;
import doppelpass.quality.Offending;
import doppelpass.quality.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What data care looks for among leads: those nobody has moved or touched for 30 days although it was somebody's turn. */
@Component
class LeadChecks implements Checks {
    private static final Duration STILL = Duration.ofDays(30);
    private static final Table<?> LEADS = LEAD.join(CONTACT_CARD).on(CONTACT_CARD.ID.eq(LEAD.CONTACT_ID));
    private static final Condition SOMEBODYS_TURN = LEAD.STATE.in("NEW", "OPEN", "MQL", "REWORK", "SAL", "SQL");

    @Override
    public List<Check> checks() {
        return List.of(new Check("leads.still", Severity.HIGH, TeamFunction.SALES, "/leads/", LeadChecks::still));
    }

    private static Offending still(Moment moment) {
        Instant limit = moment.now().minus(STILL);
        return new Offending(
                LEADS,
                SOMEBODYS_TURN,
                LEAD.STATE_SINCE.lt(limit).and(LEAD.UPDATED_AT.lt(limit)).and(noActivitySince(limit)),
                LEAD.ID,
                CONTACT_CARD.NAME,
                List.of(LEAD.STATE, LEAD.STATE_SINCE));
    }

    private static Condition noActivitySince(Instant limit) {
        return DSL.notExists(DSL.selectOne()
                .from(ACTIVITY_FACT)
                .where(ACTIVITY_FACT.LEAD_ID.eq(LEAD.ID), ACTIVITY_FACT.OCCURRED_AT.ge(limit)));
    }
}
