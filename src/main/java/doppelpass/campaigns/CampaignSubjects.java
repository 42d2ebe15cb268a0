package doppelpass.campaigns;

import static doppelpassdb.campaigns.Tables.CAMPAIGN_CARD;
import static doppelpassdb.identity.Tables.PERSON_CARD;
import static doppelpassdb.timeline.Tables.TOUCHPOINT_CARD;

import doppelpass.identity.Organisations;
import doppelpass.rules.Subject;
import doppelpass.rules.SubjectPlug;
import java.util.List;
import org.springframework.stereotype.Component;

/** What rules may say about campaigns, and which campaign a touchpoint belongs to. */
@Component
class CampaignSubjects implements SubjectPlug {
    private final Organisations organisations;

    CampaignSubjects(Organisations organisations) {
        this.organisations = organisations;
    }

    @Override
    public List<Subject> subjects() {
        return List.of(campaign(), touchpoint());
    }

    private Subject campaign() {
        return Subject.of("campaign", "campaigns.campaign", CAMPAIGN_CARD, CAMPAIGN_CARD.ID)
                .field("name", CAMPAIGN_CARD.NAME)
                .field("type", CAMPAIGN_CARD.TYPE)
                .choice("channel", CAMPAIGN_CARD.CHANNEL, "timeline.channel", Channel.codes())
                .choice("status", CAMPAIGN_CARD.STATUS, "campaigns.status", CampaignForm.STATUSES)
                .field("starts_on", CAMPAIGN_CARD.STARTS_ON)
                .field("ends_on", CAMPAIGN_CARD.ENDS_ON)
                .money("budget", CAMPAIGN_CARD.BUDGET_MINOR, organisations::decimals)
                .named("owner", CAMPAIGN_CARD.OWNER_ID, PERSON_CARD.ID, PERSON_CARD.NAME)
                .field("created_at", CAMPAIGN_CARD.CREATED_AT);
    }

    private static Subject touchpoint() {
        return Subject.extending("touchpoint", "campaigns.touchpoint")
                .one("campaign", "campaign", TOUCHPOINT_CARD.CAMPAIGN_ID);
    }
}
