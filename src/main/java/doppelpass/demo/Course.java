package doppelpass.demo;

import doppelpass.leads.PastLead;
import doppelpass.timeline.About;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One lead on its way, with what the story knows about it beside the record. */
record Course(
        PastLead lead,
        Market.Who who,
        Line line,
        String channel,
        CampaignBook.@Nullable Run run,
        long team,
        List<Seen> seen) {

    /** A touchpoint that adds to the interest. */
    record Seen(String kind, java.time.Instant at) {}

    static Course of(PastLead lead, Market.Who who, Line line, String channel, CampaignBook.@Nullable Run run, long team) {
        return new Course(lead, who, line, channel, run, team, new ArrayList<>());
    }

    boolean paper() {
        return run != null && run.paper();
    }

    About about() {
        return new About(who.id(), who.company(), lead.lead().id(), null, run == null ? null : run.id());
    }

    About aboutDeal(long deal) {
        return new About(who.id(), who.company(), lead.lead().id(), deal, null);
    }
}
