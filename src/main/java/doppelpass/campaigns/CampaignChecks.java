package doppelpass.campaigns;

import static doppelpassdb.campaigns.Tables.CAMPAIGN;
import static doppelpassdb.campaigns.Tables.COST;

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
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What data care looks for among campaigns that run. */
@Component
class CampaignChecks implements Checks {
    private static final int BILLED_DAYS = 30;
    private static final Condition RUNS = CAMPAIGN.STATUS.eq("active");

    @Override
    public List<Check> checks() {
        return List.of(
                check("ended", Kind.CONTRADICTORY, Severity.MEDIUM, List.of("status", "ends"), CampaignChecks::ended),
                check("noPeriod", Kind.MISSING, Severity.MEDIUM, List.of("starts", "ends"), moment -> noPeriod()),
                check("noCosts", Kind.MISSING, Severity.HIGH, List.of("status", "starts"), CampaignChecks::noCosts));
    }

    private static Offending ended(Moment moment) {
        return offending(RUNS, CAMPAIGN.ENDS_ON.lt(moment.today()), CAMPAIGN.ENDS_ON);
    }

    private static Offending noPeriod() {
        return offending(RUNS, CAMPAIGN.STARTS_ON.isNull().or(CAMPAIGN.ENDS_ON.isNull()), CAMPAIGN.CREATED_AT);
    }

    /** Invoices take a while: asked of campaigns that began a month ago. To whom amounts are hidden all look the same. */
    private static Offending noCosts(Moment moment) {
        Condition billed = CAMPAIGN.STARTS_ON.lt(moment.today().minusDays(BILLED_DAYS));
        Condition nothing = DSL.notExists(DSL.selectOne()
                .from(COST)
                .where(COST.CAMPAIGN_ID.eq(CAMPAIGN.ID))
                .and(COST.REPLACED_AT.isNull())
                .and(COST.AMOUNT_MINOR.ne(0L)));
        return offending(RUNS.and(billed), nothing, CAMPAIGN.STARTS_ON);
    }

    private static Offending offending(Condition among, Condition wrong, Field<?> fact) {
        return new Offending(CAMPAIGN, among, wrong, CAMPAIGN.ID, CAMPAIGN.NAME, List.of(fact));
    }

    private static Check check(
            String name, Kind kind, Severity severity, List<String> mends, Function<Moment, Offending> offending) {
        return Check.of("campaigns." + name, kind, severity, TeamFunction.MARKETING, "/campaigns/", mends, offending);
    }
}
