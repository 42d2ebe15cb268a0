package doppelpass.leads;

import static doppelpassdb.leads.Tables.ANSWER_FACT;
import static doppelpassdb.leads.Tables.OFFER_FACT;
import static doppelpassdb.leads.Tables.PROMISE_FACT;

import doppelpass.kpi.plug.Measure;
import doppelpass.kpi.plug.Measures;
import java.util.List;
import org.springframework.stereotype.Component;

/** What hand-overs contribute to KPIs: offers, answers, and the promises the teams gave each other. */
@Component
class HandoverMeasures implements Measures {
    private static final String LEAD = "/leads/{id}";
    private static final String ORIGIN = "leads.lead.origin";
    private static final String CAMPAIGN = "campaigns.campaign";

    @Override
    public List<Measure> measures() {
        return List.of(offers(), answers(), promises());
    }

    private static Measure offers() {
        return Measure.at("handovers.offered", OFFER_FACT)
                .reads("leads.handover", "leads.lead.age")
                .about("lead", OFFER_FACT.LEAD_ID)
                .about("handover", OFFER_FACT.ID)
                .by("kind", OFFER_FACT.KIND)
                .by("outcome", OFFER_FACT.OUTCOME)
                .by("complete", OFFER_FACT.COMPLETE)
                .by("response", OFFER_FACT.RESPONSE)
                .by("hand-raise", OFFER_FACT.HAND_RAISE)
                .by("source", OFFER_FACT.SOURCE, ORIGIN)
                .by("channel", OFFER_FACT.CHANNEL, ORIGIN)
                .by("campaign", OFFER_FACT.CAMPAIGN, ORIGIN, CAMPAIGN)
                .by("campaign-type", OFFER_FACT.CAMPAIGN_TYPE, ORIGIN, CAMPAIGN)
                .by("team", OFFER_FACT.TEAM)
                .span(
                        "response",
                        new Measure.Span(OFFER_FACT.CLOCK_FROM, OFFER_FACT.FIRST_RESPONSE_AT, OFFER_FACT.TO_TEAM_ID))
                .link(LEAD);
    }

    private static Measure answers() {
        return Measure.at("handovers.answered", ANSWER_FACT)
                .reads("leads.handover")
                .about("lead", ANSWER_FACT.LEAD_ID)
                .about("handover", ANSWER_FACT.ID)
                .by("kind", ANSWER_FACT.KIND)
                .by("outcome", ANSWER_FACT.OUTCOME)
                .by("reason", ANSWER_FACT.REASON)
                .by("source", ANSWER_FACT.SOURCE, ORIGIN)
                .by("channel", ANSWER_FACT.CHANNEL, ORIGIN)
                .by("campaign", ANSWER_FACT.CAMPAIGN, ORIGIN, CAMPAIGN)
                .by("campaign-type", ANSWER_FACT.CAMPAIGN_TYPE, ORIGIN, CAMPAIGN)
                .by("team", ANSWER_FACT.TEAM)
                .link(LEAD);
    }

    private static Measure promises() {
        return Measure.at("handovers.promises", PROMISE_FACT)
                .reads("leads.handover")
                .about("lead", PROMISE_FACT.LEAD_ID)
                .about("handover", PROMISE_FACT.HANDOVER_ID)
                .by("promise", PROMISE_FACT.PROMISE)
                .by("result", PROMISE_FACT.RESULT)
                .by("source", PROMISE_FACT.SOURCE, ORIGIN)
                .by("channel", PROMISE_FACT.CHANNEL, ORIGIN)
                .by("team", PROMISE_FACT.TEAM)
                .whenDue()
                .link(LEAD);
    }
}
