package doppelpass.campaigns;

import doppelpass.web.Asked;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which campaigns a list shows, as its address says it. */
record CampaignFilter(
        String q, String status, String channel, @Nullable Long owner) {
    static final List<String> STATUSES = List.of("planned", "active", "done", "cancelled");

    static CampaignFilter of(Asked asked) {
        return new CampaignFilter(
                asked.text("q"),
                asked.oneOf("status", Set.copyOf(STATUSES)),
                asked.oneOf("channel", Set.copyOf(Channel.codes())),
                asked.number("owner"));
    }
}
