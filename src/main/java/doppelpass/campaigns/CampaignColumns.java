package doppelpass.campaigns;

import static doppelpassdb.campaigns.Tables.CAMPAIGN_CARD;
import static doppelpassdb.campaigns.Tables.COST;
import static doppelpassdb.identity.Tables.PERSON_CARD;

import doppelpass.identity.Organisations;
import doppelpass.identity.People;
import doppelpass.identity.Person;
import doppelpass.lists.plug.Column;
import doppelpass.lists.plug.Editing;
import doppelpass.lists.plug.Shape;
import doppelpass.web.Choice;
import doppelpass.web.Refusal;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** What a list can show of a campaign, and which of it can be written in place. */
@Component
class CampaignColumns {
    /** A view's columns count as nullable; a name never is, and only so an index gives its order. */
    private static final Field<?> NAME = DSL.lower(CAMPAIGN_CARD.NAME).coerce(SQLDataType.VARCHAR.notNull());

    private static final Field<BigDecimal> SPENT = DSL.coalesce(
            DSL.field(DSL.select(DSL.sum(COST.AMOUNT_MINOR))
                    .from(COST)
                    .where(COST.CAMPAIGN_ID.eq(CAMPAIGN_CARD.ID))
                    .and(COST.REPLACED_AT.isNull())),
            BigDecimal.ZERO);
    private static final Field<BigDecimal> LEFT =
            CAMPAIGN_CARD.BUDGET_MINOR.cast(BigDecimal.class).minus(SPENT);
    private static final Field<String> OWNER =
            DSL.field(DSL.select(PERSON_CARD.NAME).from(PERSON_CARD).where(PERSON_CARD.ID.eq(CAMPAIGN_CARD.OWNER_ID)));

    private final Campaigns campaigns;
    private final CampaignTable table;
    private final People people;
    private final Organisations organisations;

    CampaignColumns(Campaigns campaigns, CampaignTable table, People people, Organisations organisations) {
        this.campaigns = campaigns;
        this.table = table;
        this.people = people;
        this.organisations = organisations;
    }

    List<Column> all() {
        return Stream.of(campaign(), days(), money()).flatMap(List::stream).toList();
    }

    private List<Column> campaign() {
        Supplier<List<String>> types = () -> Stream.concat(CampaignForm.TYPES.stream(), table.types().stream())
                .toList();
        return List.of(
                Column.of("name", "campaigns.campaign", new Shape.Title(), CAMPAIGN_CARD.NAME)
                        .sortedBy(NAME)
                        .edited(Editing.text(CAMPAIGN_CARD.NAME, true, change("name"))),
                Column.of("type", "campaigns.type", new Shape.Code("campaigns.type."), CAMPAIGN_CARD.TYPE)
                        .edited(Editing.choice(CAMPAIGN_CARD.TYPE, types, "campaigns.type.", true, change("type"))),
                Column.of(
                                "channel",
                                "campaigns.channel",
                                new Shape.Code("timeline.channel.", CampaignColumns::owner),
                                CAMPAIGN_CARD.CHANNEL)
                        .edited(Editing.choice(
                                CAMPAIGN_CARD.CHANNEL, Channel.codes(), "timeline.channel.", true, change("channel"))),
                Column.of(
                                "status",
                                "campaigns.status",
                                new Shape.Code("campaigns.status.", CampaignColumns::tone),
                                CAMPAIGN_CARD.STATUS)
                        .edited(Editing.choice(
                                CAMPAIGN_CARD.STATUS,
                                CampaignForm.STATUSES,
                                "campaigns.status.",
                                true,
                                change("status"))),
                Column.of("goal", "campaigns.goal", new Shape.Text(), CAMPAIGN_CARD.GOAL)
                        .edited(Editing.text(CAMPAIGN_CARD.GOAL, false, change("goal"))));
    }

    private List<Column> days() {
        return List.of(
                Column.of("starts", "campaigns.startsOn", new Shape.Day(), CAMPAIGN_CARD.STARTS_ON)
                        .edited(Editing.day(CAMPAIGN_CARD.STARTS_ON, false, change("startsOn"))),
                Column.of("ends", "campaigns.endsOn", new Shape.Day(), CAMPAIGN_CARD.ENDS_ON)
                        .edited(Editing.day(CAMPAIGN_CARD.ENDS_ON, false, change("endsOn"))),
                Column.of("owner", "campaigns.owner", new Shape.Text(), OWNER)
                        .edited(Editing.oneOf(CAMPAIGN_CARD.OWNER_ID, this::colleagues, false, change("owner"))),
                Column.of("created", "campaigns.recorded", new Shape.Moment(), CAMPAIGN_CARD.CREATED_AT));
    }

    private static List<Column> money() {
        return List.of(
                Column.of("budget", "campaigns.budget", new Shape.Money(), CAMPAIGN_CARD.BUDGET_MINOR),
                Column.of("spent", "campaigns.booked", new Shape.Money(), SPENT),
                Column.of("left", "campaigns.left", new Shape.Money(), LEFT),
                Column.of("expected", "campaigns.expected", new Shape.Money(), CAMPAIGN_CARD.EXPECTED_REVENUE_MINOR));
    }

    /** One field of the form sent differently, with the checks of the form. */
    private Editing.Change change(String field) {
        return (id, value, by) -> {
            CampaignDetails known =
                    campaigns.find(id).orElseThrow(Refusal::notFound).details();
            var currency = organisations.get().currency();
            Map<String, String> sent = new HashMap<>(
                    CampaignForm.of(known, by.language(), currency).fields());
            sent.put(field, value);
            CampaignForm.Read read = CampaignForm.read(sent, by.language(), currency);
            campaigns.change(id, read.details().orElseThrow(() -> refused(read.form())));
        };
    }

    private static Refusal refused(CampaignForm form) {
        return Refusal.of(form.errors().values().iterator().next());
    }

    private static String owner(String channel) {
        return "dot o-" + Channel.of(channel).orElse(Channel.OTHER).owner();
    }

    private List<Choice> colleagues() {
        return people.all().stream()
                .filter(Person::active)
                .map(person -> new Choice(Long.toString(person.id()), person.name()))
                .toList();
    }

    private static String tone(String status) {
        return switch (status) {
            case "active" -> "tag good";
            case "cancelled" -> "tag bad";
            default -> "tag";
        };
    }
}
