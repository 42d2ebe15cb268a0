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

    static Course of(
            PastLead lead, Market.Who who, Line line, String channel, CampaignBook.@Nullable Run run, long team) {
        return new Course(lead, who, line, channel, run, team, new ArrayList<>());
    }

    /** Points for what was done, halved every thirty days, as the product scores interest. */
    int score(java.time.Instant at) {
        double points = 0;
        for (Seen one : seen) {
            double days = java.time.Duration.between(one.at(), at).toSeconds() / 86_400.0;
            if (days >= 0) points += worth(one.kind()) * Math.pow(0.5, days / 30);
        }
        return (int) Math.round(points);
    }

    private static int worth(String kind) {
        return switch (kind) {
            case "demo_request", "price_request", "call_me" -> 40;
            case "webinar", "event" -> 20;
            case "download", "form" -> 10;
            case "visit" -> 2;
            default -> 0;
        };
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
