package doppelpass.deals;

import static doppelpassdb.contacts.Tables.CONTACT_CARD;
import static doppelpassdb.deals.Tables.DEAL;
import static doppelpassdb.deals.Tables.STAGE;
import static doppelpassdb.timeline.Tables.ACTIVITY_FACT;

import doppelpass.core.TeamFunction;
import doppelpass.quality.Check;
import doppelpass.quality.Checks;
import doppelpass.quality.Kind;
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

/** Whether open deals and their people are looked after: what K49 and K51 count. */
@Component
class KeptChecks implements Checks {
    private static final Duration ACTIVE = Duration.ofDays(30);
    private static final Duration FRESH = Duration.ofDays(180);
    private static final Table<?> DEALS = DEAL.join(STAGE).on(STAGE.ID.eq(DEAL.STAGE_ID));
    private static final Condition OPEN = STAGE.KIND.eq("open");

    @Override
    public List<Check> checks() {
        return List.of(
                Check.of(
                        "deals.unkempt",
                        Kind.STALE,
                        Severity.MEDIUM,
                        TeamFunction.SALES,
                        "/deals/",
                        List.of("expected", "next"),
                        KeptChecks::unkempt),
                Check.of(
                        "deals.quiet",
                        Kind.STALE,
                        Severity.MEDIUM,
                        TeamFunction.SALES,
                        "/contacts/",
                        List.of("mail", "phone", "job_title"),
                        KeptChecks::quiet));
    }

    /** Kept is a close date ahead, a next step, and something done within thirty days. */
    private static Offending unkempt(Moment moment) {
        Condition kept = DEAL.EXPECTED_CLOSE
                .ge(moment.today())
                .and(DEAL.NEXT_STEP.isNotNull())
                .and(DSL.exists(DSL.selectOne()
                        .from(ACTIVITY_FACT)
                        .where(ACTIVITY_FACT.DEAL_ID.eq(DEAL.ID), DSL.condition(ACTIVITY_FACT.HAPPENED))
                        .and(ACTIVITY_FACT.OCCURRED_AT.ge(moment.now().minus(ACTIVE)))));
        return new Offending(
                DEALS,
                OPEN,
                DSL.coalesce(DSL.field(kept), DSL.inline(false)).isFalse(),
                DEAL.ID,
                DEAL.NAME,
                List.of(STAGE.NAME, DEAL.EXPECTED_CLOSE));
    }

    /** People of companies with an open deal about whom nothing was written and with whom nothing was done for half a year. */
    private static Offending quiet(Moment moment) {
        Instant limit = moment.now().minus(FRESH);
        Condition untouched = CONTACT_CARD
                .UPDATED_AT
                .lt(limit)
                .and(DSL.notExists(DSL.selectOne()
                        .from(ACTIVITY_FACT)
                        .where(ACTIVITY_FACT.CONTACT_ID.eq(CONTACT_CARD.ID), DSL.condition(ACTIVITY_FACT.HAPPENED))
                        .and(ACTIVITY_FACT.OCCURRED_AT.ge(limit))));
        return new Offending(
                CONTACT_CARD,
                CONTACT_CARD
                        .ERASED_AT
                        .isNull()
                        .and(CONTACT_CARD.COMPANY_ID.in(
                                DSL.select(DEAL.COMPANY_ID).from(DEALS).where(OPEN))),
                untouched,
                CONTACT_CARD.ID,
                CONTACT_CARD.NAME,
                List.of(CONTACT_CARD.UPDATED_AT));
    }
}
