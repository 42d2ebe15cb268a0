package doppelpass.campaigns;

import doppelpass.bin.Deletable;
import doppelpass.timeline.Subject;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Campaigns can be deleted and put back. */
@Component
class CampaignDeletable implements Deletable {
    @Override
    public Map<Subject.Kind, String> tables() {
        return Map.of(Subject.Kind.CAMPAIGN, "campaigns.campaign");
    }
}
