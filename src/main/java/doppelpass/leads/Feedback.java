package doppelpass.leads;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What became of the passes of one campaign and channel: how many, and why they came back. */
public record Feedback(
        @Nullable Long campaignId,
        @Nullable String campaign,
        String channel,
        int offered,
        int accepted,
        int returned,
        Map<String, Integer> reasons) {

    static Feedback of(
            @Nullable Long campaignId,
            @Nullable String campaign,
            String channel,
            @Nullable String outcome,
            @Nullable String reason,
            int count) {
        boolean back = "returned".equals(outcome);
        return new Feedback(
                campaignId,
                campaign,
                channel,
                count,
                "accepted".equals(outcome) ? count : 0,
                back ? count : 0,
                back && reason != null ? Map.of(reason, count) : Map.of());
    }

    Feedback plus(Feedback other) {
        Map<String, Integer> both = new TreeMap<>(reasons);
        other.reasons.forEach((reason, count) -> both.merge(reason, count, Integer::sum));
        return new Feedback(
                campaignId,
                campaign,
                channel,
                offered + other.offered,
                accepted + other.accepted,
                returned + other.returned,
                both);
    }
}
