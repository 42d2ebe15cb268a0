package doppelpass.deals;

import static doppelpassdb.deals.Tables.DEAL_CARD;
import static doppelpassdb.deals.Tables.PIPELINE;
import static doppelpassdb.deals.Tables.PRODUCT;
import static doppelpassdb.deals.Tables.STAGE;
import static doppelpassdb.identity.Tables.PERSON_CARD;
import static doppelpassdb.timeline.Tables.ACTIVITY_CARD;
import static doppelpassdb.timeline.Tables.TOUCHPOINT_CARD;

import doppelpass.campaigns.Channel;
import doppelpass.identity.Organisations;
import doppelpass.rules.Subject;
import doppelpass.rules.SubjectPlug;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What rules may say about deals, and the deals of everything a deal grows from. */
@Component
class DealRuleSubjects implements SubjectPlug {
    private final Organisations organisations;

    DealRuleSubjects(Organisations organisations) {
        this.organisations = organisations;
    }

    @Override
    public List<Subject> subjects() {
        return List.of(
                deal(),
                of("lead", DEAL_CARD.LEAD_ID),
                of("contact", DEAL_CARD.CONTACT_ID),
                of("company", DEAL_CARD.COMPANY_ID),
                of("campaign", DEAL_CARD.CAMPAIGN_ID),
                about("touchpoint", TOUCHPOINT_CARD.DEAL_ID),
                about("activity", ACTIVITY_CARD.DEAL_ID));
    }

    private Subject deal() {
        return Subject.of("deal", "deals.deal", DEAL_CARD, DEAL_CARD.ID)
                .field("name", DEAL_CARD.NAME)
                .named("pipeline", DEAL_CARD.PIPELINE_ID, PIPELINE.ID, PIPELINE.NAME)
                .known("stage", DEAL_CARD.STAGE, DSL.selectDistinct(STAGE.NAME).from(STAGE))
                .choice("state", DEAL_CARD.STATE, "deals.deal.state", codes(Stage.Kind.values(), Stage.Kind::code))
                .field("probability", DEAL_CARD.PROBABILITY)
                .money("amount", DEAL_CARD.AMOUNT_MINOR, organisations::decimals)
                .money("margin", DEAL_CARD.MARGIN_MINOR, organisations::decimals)
                .field("margin_rate", DEAL_CARD.MARGIN_RATE)
                .choice("type", DEAL_CARD.TYPE, "deals.type", codes(DealType.values(), DealType::code))
                .named("product", DEAL_CARD.PRODUCT_ID, PRODUCT.ID, PRODUCT.NAME)
                .field("source", DEAL_CARD.SOURCE)
                .choice("channel", DEAL_CARD.CHANNEL, "timeline.channel", Channel.codes())
                .choice(
                        "loss_reason",
                        DEAL_CARD.LOSS_REASON,
                        "deals.loss",
                        codes(LossReason.values(), LossReason::code))
                .field("next_step", DEAL_CARD.NEXT_STEP)
                .named("owner", DEAL_CARD.OWNER_ID, PERSON_CARD.ID, PERSON_CARD.NAME)
                .field("expected_close", DEAL_CARD.EXPECTED_CLOSE)
                .field("created_at", DEAL_CARD.CREATED_AT)
                .field("stage_since", DEAL_CARD.STAGE_SINCE)
                .field("closed_at", DEAL_CARD.CLOSED_AT)
                .one("lead", "lead", DEAL_CARD.LEAD_ID)
                .one("contact", "contact", DEAL_CARD.CONTACT_ID)
                .one("company", "company", DEAL_CARD.COMPANY_ID)
                .one("campaign", "campaign", DEAL_CARD.CAMPAIGN_ID)
                .many("touchpoints", "touchpoint", TOUCHPOINT_CARD.DEAL_ID)
                .many("activities", "activity", ACTIVITY_CARD.DEAL_ID);
    }

    private static Subject of(String owner, Field<Long> key) {
        return Subject.extending(owner, "deals." + owner).many("deals", "deal", key);
    }

    private static Subject about(String entry, Field<Long> key) {
        return Subject.extending(entry, "deals." + entry).one("deal", "deal", key);
    }

    private static <E> List<String> codes(E[] values, Function<E, String> code) {
        return Arrays.stream(values).map(code).toList();
    }
}
