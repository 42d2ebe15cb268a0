package doppelpass.campaigns;

import static doppelpassdb.campaigns.Tables.CAMPAIGN_CARD;

import doppelpass.identity.Person;
import doppelpass.search.plug.Command;
import doppelpass.search.plug.Findable;
import doppelpass.search.plug.Findables;
import java.util.List;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/** Campaigns in the search box. */
@Component
class CampaignFindables implements Findables {
    static final Field<?> WORDS =
            Findable.words("{0} || ' ' || coalesce({1}, '')", CAMPAIGN_CARD.NAME, CAMPAIGN_CARD.GOAL);
    private static final Findable CAMPAIGNS = new Findable(
            new Findable.Kind("campaign", "campaigns.title", "speakerphone", "/campaigns/0", "/campaigns"),
            Findable.Source.of(CAMPAIGN_CARD, CAMPAIGN_CARD.ID, WORDS, CAMPAIGN_CARD.CREATED_AT)
                    .indexed("campaign_words")
                    .ownedBy(CAMPAIGN_CARD.OWNER_ID),
            Findable.Shown.of(CAMPAIGN_CARD.NAME, CAMPAIGN_CARD.TYPE, Findable.url("/campaigns/", CAMPAIGN_CARD.ID))
                    .note(CAMPAIGN_CARD.GOAL));

    @Override
    public List<Findable> of(Person reader) {
        return List.of(CAMPAIGNS);
    }

    @Override
    public List<Command> commands() {
        return List.of(new Command("campaigns.new", "/campaigns/new", "plus"));
    }
}
