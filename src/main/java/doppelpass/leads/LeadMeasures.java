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

    @Override
    public List<Measure> measures() {
        return List.of(inquiries(), created(), entries(), signs());
    }

    private static Measure inquiries() {
        return Measure.at("leads.inquiries", INQUIRY_FACT)
                .about("lead", INQUIRY_FACT.LEAD_ID)
                .by("kind", INQUIRY_FACT.KIND)
                .by("direction", INQUIRY_FACT.DIRECTION)
                .by("channel", INQUIRY_FACT.CHANNEL)
                .by("campaign", INQUIRY_FACT.CAMPAIGN)
                .by("campaign-type", INQUIRY_FACT.CAMPAIGN_TYPE)
                .link(LEAD);
    }

    private static Measure created() {
        return Measure.at("leads.created", CREATED_FACT)
                .about("lead", CREATED_FACT.ID)
                .by("source", CREATED_FACT.SOURCE)
                .by("channel", CREATED_FACT.CHANNEL)
                .by("campaign", CREATED_FACT.CAMPAIGN)
                .by("campaign-type", CREATED_FACT.CAMPAIGN_TYPE)
                .by("team", CREATED_FACT.TEAM)
                .by("state", CREATED_FACT.STATE)
                .by("product-line", CREATED_FACT.PRODUCT_LINE)
                .link(LEAD);
    }

    private static Measure entries() {
        return Measure.at("leads.entries", STATE_FACT)
                .about("lead", STATE_FACT.LEAD_ID)
                .by("source", STATE_FACT.SOURCE)
                .by("channel", STATE_FACT.CHANNEL)
                .by("campaign", STATE_FACT.CAMPAIGN)
                .by("campaign-type", STATE_FACT.CAMPAIGN_TYPE)
                .by("team", STATE_FACT.TEAM)
                .by("state", STATE_FACT.STATE)
                .by("reason", STATE_FACT.REASON)
                .by("feedback", STATE_FACT.FEEDBACK)
                .by("product-line", STATE_FACT.PRODUCT_LINE)
                .link(LEAD);
    }

    private static Measure signs() {
        return Measure.at("leads.signs", SIGN_FACT)
                .about("lead", SIGN_FACT.LEAD_ID)
                .by("source", SIGN_FACT.SOURCE)
                .by("channel", SIGN_FACT.CHANNEL)
                .by("team", SIGN_FACT.TEAM)
                .states(SIGN_FACT.STATE, "MERGED", "ERASED")
                .link(LEAD);
    }
}
