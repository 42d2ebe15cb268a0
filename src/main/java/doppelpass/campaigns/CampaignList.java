package doppelpass.campaigns;

import static doppelpassdb.campaigns.Tables.CAMPAIGN_CARD;

import doppelpass.identity.Person;
import doppelpass.lists.plug.Calendar;
import doppelpass.lists.plug.Listing;
import doppelpass.lists.plug.RecordList;
import doppelpass.search.Searches;
import doppelpass.web.Asked;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Campaigns in lists, the latest first. */
@Component
class CampaignList implements RecordList {
    private final CampaignColumns columns;
    private final Searches searches;

    CampaignList(CampaignColumns columns, Searches searches) {
        this.columns = columns;
        this.searches = searches;
    }

    @Override
    public Listing listing() {
        return new Listing(
                        "campaigns",
                        "campaign",
                        CAMPAIGN_CARD,
                        CAMPAIGN_CARD.ID,
                        Set.of("q", "status", "channel", "owner"),
                        columns.all(),
                        List.of(
                                "name", "type", "channel", "status", "starts", "ends", "budget", "spent", "left",
                                "owner"),
                        "starts",
                        true)
                .by(new Calendar("campaign.starts_on", CAMPAIGN_CARD.STARTS_ON, List.of("name", "status")));
    }

    @Override
    public Condition where(Asked asked, Person reader) {
        String q = asked.text("q");
        Condition where = q.isEmpty() ? DSL.noCondition() : searches.read(q).in(CampaignFindables.WORDS);
        where = where.and(equal(CAMPAIGN_CARD.STATUS, asked.oneOf("status", Set.copyOf(CampaignForm.STATUSES))))
                .and(equal(CAMPAIGN_CARD.CHANNEL, asked.oneOf("channel", Set.copyOf(Channel.codes()))));
        Long owner = asked.number("owner");
        return owner == null ? where : where.and(CAMPAIGN_CARD.OWNER_ID.eq(owner));
    }

    private static Condition equal(Field<String> field, String value) {
        return value.isEmpty() ? DSL.noCondition() : field.eq(value);
    }
}
