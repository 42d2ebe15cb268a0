package doppelpass.deals;

import static doppelpassdb.deals.Tables.DEAL_FACT;

import doppelpass.kpi.plug.Measure;
import doppelpass.kpi.plug.Measures;
import java.util.List;
import org.springframework.stereotype.Component;

/** What deals contribute to KPIs: everything that happened to them, with amount, age and the age of their lead. */
@Component
class DealMeasures implements Measures {
    private static final String ORIGIN = "deals.deal.origin";

    @Override
    public List<Measure> measures() {
        return List.of(Measure.at("deals.events", DEAL_FACT)
                .reads("deals.event", "deals.deal", "leads.lead.age")
                .about("deal", DEAL_FACT.DEAL_ID)
                .about("lead", DEAL_FACT.LEAD_ID)
                .about("customer", DEAL_FACT.CUSTOMER_ID)
                .value("amount", DEAL_FACT.AMOUNT_MINOR)
                .value("days", DEAL_FACT.DAYS)
                .value("lead-days", DEAL_FACT.LEAD_DAYS)
                .by("kind", DEAL_FACT.KIND)
                .by("reason", DEAL_FACT.REASON, ORIGIN)
                .by("type", DEAL_FACT.TYPE, ORIGIN)
                .by("source", DEAL_FACT.SOURCE, ORIGIN)
                .by("channel", DEAL_FACT.CHANNEL, ORIGIN)
                .by("campaign", DEAL_FACT.CAMPAIGN, ORIGIN, "campaigns.campaign")
                .by("campaign-type", DEAL_FACT.CAMPAIGN_TYPE, ORIGIN, "campaigns.campaign")
                .by("stage", DEAL_FACT.STAGE, "deals.stage")
                .by("team", DEAL_FACT.TEAM, ORIGIN)
                .states(DEAL_FACT.KIND, "won", "lost")
                .link("/deals/{id}"));
    }
}
