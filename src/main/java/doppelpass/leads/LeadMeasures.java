package doppelpass.leads;

import static doppelpassdb.leads.Tables.CREATED_FACT;
import static doppelpassdb.leads.Tables.INQUIRY_FACT;
import static doppelpassdb.leads.Tables.SIGN_FACT;
import static doppelpassdb.leads.Tables.STATE_FACT;

import doppelpass.kpi.plug.Measure;
import doppelpass.kpi.plug.Measures;
import java.util.List;
import org.springframework.stereotype.Component;

/** What leads contribute to KPIs: inquiries, new leads, entries into states, signs of life. */
@Component
class LeadMeasures implements Measures {
    private static final String LEAD = "/leads/{id}";
    private static final String ORIGIN = "leads.lead.origin";
    private static final String CAMPAIGN = "campaigns.campaign";

    @Override
    public List<Measure> measures() {
        return List.of(inquiries(), created(), entries(), signs());
    }

    private static Measure inquiries() {
        return Measure.at("leads.inquiries", INQUIRY_FACT)
                .reads("timeline.touchpoint")
                .about("lead", INQUIRY_FACT.LEAD_ID)
                .by("kind", INQUIRY_FACT.KIND)
                .by("direction", INQUIRY_FACT.DIRECTION)
                .by("channel", INQUIRY_FACT.CHANNEL)
                .by("campaign", INQUIRY_FACT.CAMPAIGN, CAMPAIGN)
                .by("campaign-type", INQUIRY_FACT.CAMPAIGN_TYPE, CAMPAIGN)
                .link(LEAD);
    }

    private static Measure created() {
        return Measure.at("leads.created", CREATED_FACT)
                .reads("leads.lead")
                .about("lead", CREATED_FACT.ID)
                .by("source", CREATED_FACT.SOURCE, ORIGIN)
                .by("channel", CREATED_FACT.CHANNEL, ORIGIN)
                .by("campaign", CREATED_FACT.CAMPAIGN, ORIGIN, CAMPAIGN)
                .by("campaign-type", CREATED_FACT.CAMPAIGN_TYPE, ORIGIN, CAMPAIGN)
                .by("team", CREATED_FACT.TEAM, ORIGIN)
                .by("state", CREATED_FACT.STATE, "leads.lead.state")
                .by("product-line", CREATED_FACT.PRODUCT_LINE, ORIGIN)
                .link(LEAD);
    }

    private static Measure entries() {
        return Measure.at("leads.entries", STATE_FACT)
                .reads("leads.entry")
                .about("lead", STATE_FACT.LEAD_ID)
                .by("source", STATE_FACT.SOURCE, ORIGIN)
                .by("channel", STATE_FACT.CHANNEL, ORIGIN)
                .by("campaign", STATE_FACT.CAMPAIGN, ORIGIN, CAMPAIGN)
                .by("campaign-type", STATE_FACT.CAMPAIGN_TYPE, ORIGIN, CAMPAIGN)
                .by("team", STATE_FACT.TEAM, ORIGIN)
                .by("state", STATE_FACT.STATE)
                .by("reason", STATE_FACT.REASON)
                .by("feedback", STATE_FACT.FEEDBACK)
                .by("product-line", STATE_FACT.PRODUCT_LINE, ORIGIN)
                .link(LEAD);
    }

    private static Measure signs() {
        return Measure.at("leads.signs", SIGN_FACT)
                .reads("leads.entry", "timeline.activity", "leads.lead", "leads.lead.age")
                .about("lead", SIGN_FACT.LEAD_ID)
                .by("source", SIGN_FACT.SOURCE, ORIGIN)
                .by("channel", SIGN_FACT.CHANNEL, ORIGIN)
                .by("team", SIGN_FACT.TEAM, ORIGIN)
                .states(SIGN_FACT.STATE, "MERGED", "ERASED")
                .link(LEAD);
    }
}
