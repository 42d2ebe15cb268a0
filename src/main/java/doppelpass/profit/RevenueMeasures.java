package doppelpass.profit;

import static doppelpassdb.profit.Tables.REVENUE_FACT;

import doppelpass.kpi.plug.Measure;
import doppelpass.kpi.plug.Measures;
import doppelpass.kpi.plug.Timing;
import java.util.List;
import org.springframework.stereotype.Component;

/** What postings contribute to KPIs: net revenue and its cost of sales by posting date. */
@Component
class RevenueMeasures implements Measures {

    @Override
    public List<Measure> measures() {
        return List.of(Measure.of("revenue", REVENUE_FACT, new Timing.On(REVENUE_FACT.POSTED_ON))
                .reads("profit.revenue")
                .about("company", REVENUE_FACT.COMPANY_ID)
                .value("amount", REVENUE_FACT.AMOUNT_MINOR)
                .value("cost", REVENUE_FACT.COST_MINOR)
                .by("cost", REVENUE_FACT.COST)
                .by("status", REVENUE_FACT.STATUS)
                .by("campaign", REVENUE_FACT.CAMPAIGN, "campaigns.campaign")
                .by("campaign-type", REVENUE_FACT.CAMPAIGN_TYPE, "campaigns.campaign")
                .link("/companies/{id}"));
    }
}
