package doppelpass.campaigns;

import static doppelpassdb.campaigns.Tables.COST_FACT;

import doppelpass.kpi.plug.Measure;
import doppelpass.kpi.plug.Measures;
import doppelpass.kpi.plug.Timing;
import java.util.List;
import org.springframework.stereotype.Component;

/** What costs contribute to KPIs: amounts spread over their days of service. */
@Component
class CostMeasures implements Measures {

    @Override
    public List<Measure> measures() {
        return List.of(Measure.of("costs", COST_FACT, new Timing.Over(COST_FACT.FROM_DAY, COST_FACT.TO_DAY))
                .reads("campaigns.cost")
                .about("campaign", COST_FACT.CAMPAIGN_ID)
                .value("amount", COST_FACT.AMOUNT_MINOR)
                .by("function", COST_FACT.FUNCTION)
                .by("kind", COST_FACT.KIND)
                .by("channel", COST_FACT.CHANNEL, "campaigns.campaign")
                .by("campaign", COST_FACT.CAMPAIGN, "campaigns.campaign")
                .by("campaign-type", COST_FACT.CAMPAIGN_TYPE, "campaigns.campaign")
                .link("/campaigns/{id}"));
    }
}
