package doppelpass.campaigns;

import doppelpass.timeline.Subject;
import doppelpass.timeline.SubjectNames;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells the timeline what campaigns are called. */
@Component
class CampaignNames implements SubjectNames {
    private final CampaignTable campaigns;

    CampaignNames(CampaignTable campaigns) {
        this.campaigns = campaigns;
    }

    @Override
    public Set<Subject.Kind> kinds() {
        return Set.of(Subject.Kind.CAMPAIGN);
    }

    @Override
    public Map<Long, String> names(Subject.Kind kind, Set<Long> ids) {
        return campaigns.names(ids);
    }
}
