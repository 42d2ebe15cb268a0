package doppelpass.deals;

import static doppelpassdb.campaigns.Tables.CAMPAIGN_CARD;
import static doppelpassdb.contacts.Tables.COMPANY_CARD;
import static doppelpassdb.contacts.Tables.CONTACT_CARD;
import static doppelpassdb.deals.Tables.DEAL_CARD;
import static doppelpassdb.deals.Tables.PIPELINE;
import static doppelpassdb.deals.Tables.PRODUCT;
import static doppelpassdb.identity.Tables.PERSON_CARD;

import doppelpass.identity.Organisations;
import doppelpass.identity.People;
import doppelpass.identity.Person;
import doppelpass.lists.plug.Column;
import doppelpass.lists.plug.Editing;
import doppelpass.lists.plug.Shape;
import doppelpass.web.Choice;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** What a list can show of a deal, and which of it can be written in place; its stage through the gates. */
@Component
class DealColumns {
    /** A view's columns count as nullable; these never are, and only so an index gives their order. */
    private static final Field<?> NAME = DSL.lower(DEAL_CARD.NAME).coerce(SQLDataType.VARCHAR.notNull());

    private static final Field<?> AMOUNT = DEAL_CARD.AMOUNT_MINOR.coerce(SQLDataType.BIGINT.notNull());
    private static final Field<?> CREATED = DEAL_CARD.CREATED_AT.coerce(SQLDataType.INSTANT.notNull());
    private static final Field<Long> WEIGHTED = DSL.round(DEAL_CARD
                    .AMOUNT_MINOR
                    .mul(DEAL_CARD.PROBABILITY)
                    .cast(SQLDataType.NUMERIC)
                    .div(100))
            .cast(Long.class);
    private static final Shape.Code CHANNEL = new Shape.Code("timeline.channel.");

    private static final Field<BigDecimal> MARGIN_PERCENT =
            DSL.round(DEAL_CARD.MARGIN_RATE.mul(BigDecimal.valueOf(100)), 1);

    private final DealChange change;
    private final People people;
    private final Organisations organisations;
    private final UsualStays stays;

    DealColumns(DealChange change, People people, Organisations organisations, UsualStays stays) {
        this.change = change;
        this.people = people;
        this.organisations = organisations;
        this.stays = stays;
    }

    List<Column> all(Instant now, ZoneId zone) {
        return Stream.of(deal(), money(), course(now, zone), work(), origin())
                .flatMap(List::stream)
                .toList();
    }

    private List<Column> deal() {
        return List.of(
                Column.of("name", "deals.deal", new Shape.Title(), DEAL_CARD.NAME)
                        .sortedBy(NAME)
                        .edited(Editing.text(DEAL_CARD.NAME, true, change.of("name"))),
                link("company", "/companies/", DEAL_CARD.COMPANY_ID, COMPANY_CARD, COMPANY_CARD.ID, COMPANY_CARD.NAME),
                link("contact", "/contacts/", DEAL_CARD.CONTACT_ID, CONTACT_CARD, CONTACT_CARD.ID, CONTACT_CARD.NAME),
                Column.of(
                        "product",
                        "deals.product",
                        new Shape.Text(),
                        named(PRODUCT, PRODUCT.ID, PRODUCT.NAME, DEAL_CARD.PRODUCT_ID)),
                Column.of("type", "deals.type", new Shape.Code("deals.type."), DEAL_CARD.TYPE)
                        .edited(Editing.choice(
                                DEAL_CARD.TYPE,
                                Arrays.stream(DealType.values())
                                        .map(DealType::code)
                                        .toList(),
                                "deals.type.",
                                true,
                                change.of("type"))));
    }

    private List<Column> money() {
        Field<BigDecimal> major = DSL.field(
                "({0} * {1})",
                SQLDataType.NUMERIC,
                DEAL_CARD.AMOUNT_MINOR,
                DSL.inline(BigDecimal.ONE.movePointLeft(organisations.decimals())));
        return List.of(
                Column.of("amount", "deals.amount", new Shape.Money(), DEAL_CARD.AMOUNT_MINOR)
                        .sortedBy(AMOUNT)
                        .edited(Editing.text(major, false, change.of("amount"))),
                Column.of("probability", "deals.probability", new Shape.Number(), DEAL_CARD.PROBABILITY),
                Column.of("weighted", "deals.weighted", new Shape.Money(), WEIGHTED),
                Column.of("cost", "deals.product.cost", new Shape.Money(), DEAL_CARD.COST_MINOR),
                Column.of("margin", "deals.margin", new Shape.Money(), DEAL_CARD.MARGIN_MINOR),
                Column.of("marginrate", "deals.marginRate", new Shape.Number(), MARGIN_PERCENT));
    }

    private List<Column> course(Instant now, ZoneId zone) {
        return List.of(
                Column.of(
                        "pipeline",
                        "deals.pipeline",
                        new Shape.Text(),
                        named(PIPELINE, PIPELINE.ID, PIPELINE.NAME, DEAL_CARD.PIPELINE_ID)),
                Column.of("stage", "deals.stage", new Shape.Text(), DEAL_CARD.STAGE)
                        .sortedBy(DEAL_CARD.STAGE_POSITION)
                        .edited(Editing.oneOf(DEAL_CARD.STAGE_ID, change::stages, true, change::move)),
                Column.of(
                        "state",
                        "deals.state",
                        new Shape.Code("deals.deal.state.", DealColumns::tone),
                        DEAL_CARD.STATE),
                Column.of("since", "deals.stageSince", new Shape.Moment(), DEAL_CARD.STAGE_SINCE),
                Column.of("close", "deals.close", new Shape.Day(), DealListTable.close(zone)),
                Column.of("expected", "deals.expectedClose", new Shape.Day(), DEAL_CARD.EXPECTED_CLOSE)
                        .edited(Editing.day(DEAL_CARD.EXPECTED_CLOSE, false, change.of("expectedClose"))),
                Column.of("rest", "deals.rest", new Shape.Code("deals.rest.", DealColumns::tone), rest(now, zone)),
                Column.of("created", "deals.createdAt", new Shape.Moment(), DEAL_CARD.CREATED_AT)
                        .sortedBy(CREATED),
                Column.of("closed", "deals.closedAt", new Shape.Moment(), DEAL_CARD.CLOSED_AT),
                Column.of("loss", "deals.lossReason", new Shape.Code("deals.loss."), DEAL_CARD.LOSS_REASON));
    }

    /** How a deal stands still; nothing where it does not. */
    Field<String> rest(Instant now, ZoneId zone) {
        return PaceTable.rest(now, LocalDate.ofInstant(now, zone), stays.seconds());
    }

    private List<Column> work() {
        return List.of(
                Column.of(
                                "owner",
                                "deals.owner",
                                new Shape.Text(),
                                named(PERSON_CARD, PERSON_CARD.ID, PERSON_CARD.NAME, DEAL_CARD.OWNER_ID))
                        .following(DEAL_CARD.OWNER_ID)
                        .edited(Editing.oneOf(DEAL_CARD.OWNER_ID, this::colleagues, false, change.of("owner"))),
                Column.of("next", "deals.nextStep", new Shape.Text(), DEAL_CARD.NEXT_STEP)
                        .edited(Editing.text(DEAL_CARD.NEXT_STEP, false, change.of("nextStep"))),
                Column.of("nexton", "deals.nextStepOn", new Shape.Day(), DEAL_CARD.NEXT_STEP_ON)
                        .edited(Editing.day(DEAL_CARD.NEXT_STEP_ON, false, change.of("nextStepOn"))));
    }

    private List<Column> origin() {
        return List.of(
                Column.of("source", "deals.source", new Shape.Text(), DEAL_CARD.SOURCE)
                        .edited(Editing.text(DEAL_CARD.SOURCE, false, change.of("source"))),
                Column.of("channel", "deals.channel", CHANNEL, DEAL_CARD.CHANNEL),
                link(
                        "campaign",
                        "/campaigns/",
                        DEAL_CARD.CAMPAIGN_ID,
                        CAMPAIGN_CARD,
                        CAMPAIGN_CARD.ID,
                        CAMPAIGN_CARD.NAME));
    }

    private static Column link(
            String name, String path, Field<Long> key, Table<?> table, Field<Long> id, Field<String> called) {
        return Column.of(name, "deals." + name, new Shape.Link(path), named(table, id, called, key), key);
    }

    private static Field<String> named(Table<?> table, Field<Long> id, Field<String> name, Field<Long> key) {
        return DSL.field(DSL.select(name).from(table).where(id.eq(key)));
    }

    private List<Choice> colleagues() {
        return people.all().stream()
                .filter(Person::active)
                .map(person -> new Choice(Long.toString(person.id()), person.name()))
                .toList();
    }

    private static String tone(String code) {
        return switch (code) {
            case "won" -> "tag good";
            case "lost", "overdue" -> "tag bad";
            case "idle" -> "tag watch";
            default -> "tag";
        };
    }
}
