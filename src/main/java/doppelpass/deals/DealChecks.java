package doppelpass.deals;

import static doppelpassdb.deals.Tables.DEAL;
import static doppelpassdb.deals.Tables.STAGE;
import static doppelpassdb.leads.Tables.LEAD_CARD;

import doppelpass.core.TeamFunction;
import doppelpass.quality.Check;
import doppelpass.quality.Checks;
import doppelpass.quality.Kind;
import doppelpass.quality.Moment;
import doppelpass.quality.Offending;
import doppelpass.quality.Severity;
import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/** What data care looks for among deals. */
@Component
class DealChecks implements Checks {
    private static final Table<?> DEALS = DEAL.join(STAGE).on(STAGE.ID.eq(DEAL.STAGE_ID));
    private static final Condition OPEN = STAGE.KIND.eq("open");
    private static final Condition WON = STAGE.KIND.eq("won");

    @Override
    public List<Check> checks() {
        return List.of(
                check(
                        "olderThanLead",
                        Kind.CONTRADICTORY,
                        Severity.HIGH,
                        TeamFunction.ADMINISTRATION,
                        List.of(),
                        moment -> olderThanLead()),
                check(
                        "overdue",
                        Kind.CONTRADICTORY,
                        Severity.HIGH,
                        TeamFunction.SALES,
                        List.of("expected", "next"),
                        DealChecks::overdue),
                check(
                        "noAmount",
                        Kind.MISSING,
                        Severity.MEDIUM,
                        TeamFunction.SALES,
                        List.of("amount"),
                        moment -> noAmount()),
                check(
                        "wonWithoutCompany",
                        Kind.MISSING,
                        Severity.HIGH,
                        TeamFunction.SALES,
                        List.of(),
                        moment -> wonWithoutCompany()),
                check(
                        "noNextStep",
                        Kind.MISSING,
                        Severity.LOW,
                        TeamFunction.SALES,
                        List.of("next", "nexton"),
                        moment -> noNextStep()));
    }

    /** A negative duration from lead to deal would falsify every speed figure. */
    private static Offending olderThanLead() {
        Table<?> withLeads = DEAL.join(LEAD_CARD).on(LEAD_CARD.ID.eq(DEAL.LEAD_ID));
        return offending(
                withLeads,
                DEAL.LEAD_ID.isNotNull(),
                DEAL.CREATED_AT.lt(LEAD_CARD.CREATED_AT),
                List.of(DEAL.CREATED_AT, LEAD_CARD.CREATED_AT));
    }

    private static Offending overdue(Moment moment) {
        return offending(DEALS, OPEN, DEAL.EXPECTED_CLOSE.lt(moment.today()), List.of(DEAL.EXPECTED_CLOSE, STAGE.NAME));
    }

    private static Offending noAmount() {
        return offending(DEALS, STAGE.KIND.ne("lost"), DEAL.AMOUNT_MINOR.eq(0L), List.of(STAGE.NAME));
    }

    private static Offending wonWithoutCompany() {
        return offending(DEALS, WON, DEAL.COMPANY_ID.isNull(), List.of(DEAL.CLOSED_AT));
    }

    private static Offending noNextStep() {
        return offending(DEALS, OPEN, DEAL.NEXT_STEP.isNull(), List.of(STAGE.NAME, DEAL.EXPECTED_CLOSE));
    }

    private static Offending offending(Table<?> from, Condition among, Condition wrong, List<Field<?>> facts) {
        return new Offending(from, among, wrong, DEAL.ID, DEAL.NAME, facts);
    }

    private static Check check(
            String name,
            Kind kind,
            Severity severity,
            TeamFunction owner,
            List<String> mends,
            Function<Moment, Offending> offending) {
        return Check.of("deals." + name, kind, severity, owner, "/deals/", mends, offending);
    }
}
