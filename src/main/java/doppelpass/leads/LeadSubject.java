package doppelpass.leads;

import static doppelpassdb.identity.Tables.PERSON_CARD;
import static doppelpassdb.leads.Tables.LEAD_CARD;
import static doppelpassdb.timeline.Tables.ACTIVITY_CARD;
import static doppelpassdb.timeline.Tables.TOUCHPOINT_CARD;

import doppelpass.rules.Relation;
import doppelpass.rules.Subject;
import doppelpass.rules.SubjectPlug;
import doppelpass.rules.Word;
import doppelpassdb.leads.tables.records.LeadCardRecord;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What rules may say about leads, and a lead's values under the same names. */
@Component
class LeadSubject implements SubjectPlug {
    /** All that {@link #values} tells, as rules name what they read. */
    static final Set<String> TOLD = Set.of(
            "lead.state",
            "lead.cycle",
            "lead.source",
            "lead.channel",
            "lead.product_line",
            "lead.fit",
            "lead.intent",
            "lead.hand_raise",
            "lead.country",
            "lead.contact_name",
            "lead.company_name",
            "lead.created_at",
            "lead.state_since",
            "lead.touchpoints",
            "touchpoint.kind",
            "touchpoint.channel",
            "touchpoint.title",
            "touchpoint.occurred_at");

    @Override
    public List<Subject> subjects() {
        return List.of(
                lead(),
                of("contact", LEAD_CARD.CONTACT_ID),
                of("company", LEAD_CARD.COMPANY_ID),
                of("campaign", LEAD_CARD.CAMPAIGN_ID),
                about("touchpoint", TOUCHPOINT_CARD.LEAD_ID),
                about("activity", ACTIVITY_CARD.LEAD_ID));
    }

    private static Subject lead() {
        return Subject.of("lead", "leads.lead", LEAD_CARD, LEAD_CARD.ID)
                .choice("state", LEAD_CARD.STATE, "leads.state", names(LeadState.values()))
                .field("cycle", LEAD_CARD.CYCLE)
                .field("source", LEAD_CARD.SOURCE)
                .choice("channel", LEAD_CARD.CHANNEL, "leads.channel", LeadForm.CHANNELS)
                .field("product_line", LEAD_CARD.PRODUCT_LINE)
                .field("fit", LEAD_CARD.FIT, LEAD_CARD.COMPANY_FIT, "unknown", "A", "B", "C", "D", "unknown")
                .field("intent", LEAD_CARD.INTENT)
                .choice("hand_raise", LEAD_CARD.HAND_RAISE, "leads.lead.hand_raise", LeadForm.WISHES)
                .field("country", LEAD_CARD.COUNTRY)
                .field("contact_name", LEAD_CARD.CONTACT_NAME)
                .field("company_name", LEAD_CARD.COMPANY_NAME)
                .named("owner", LEAD_CARD.OWNER_ID, PERSON_CARD.ID, PERSON_CARD.NAME)
                .field("created_at", LEAD_CARD.CREATED_AT)
                .field("state_since", LEAD_CARD.STATE_SINCE)
                .one("contact", "contact", LEAD_CARD.CONTACT_ID)
                .one("company", "company", LEAD_CARD.COMPANY_ID)
                .one("campaign", "campaign", LEAD_CARD.CAMPAIGN_ID)
                .relation(list(
                        "touchpoints",
                        "touchpoint",
                        (lead, id, touchpoint, other) ->
                                on(touchpoint, TOUCHPOINT_CARD.CONTACT_ID).eq(on(lead, LEAD_CARD.CONTACT_ID))))
                .relation(list(
                        "activities",
                        "activity",
                        (lead, id, activity, other) -> on(activity, ACTIVITY_CARD.CONTACT_ID)
                                .eq(on(lead, LEAD_CARD.CONTACT_ID))
                                .or(on(activity, ACTIVITY_CARD.LEAD_ID).eq(on(lead, LEAD_CARD.ID)))));
    }

    private static Relation list(String name, String target, Relation.Join join) {
        return new Relation(name, true, target, Word.of("leads.lead." + name), join);
    }

    private static Subject of(String owner, Field<Long> key) {
        return Subject.extending(owner, "leads." + owner).many("leads", "lead", key);
    }

    private static Subject about(String entry, Field<Long> key) {
        return Subject.extending(entry, "leads." + entry).one("lead", "lead", key);
    }

    /** The values of a lead, as its card tells them today, with these touchpoints. */
    static Map<String, @Nullable Object> values(LeadCardRecord card, List<Touch> touches) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("state", card.getState());
        values.put("cycle", card.getCycle());
        values.put("source", card.getSource());
        values.put("channel", card.getChannel());
        values.put("product_line", card.getProductLine());
        values.put("fit", card.getFit());
        values.put("intent", card.getIntent());
        values.put("hand_raise", card.getHandRaise());
        values.put("country", card.getCountry());
        values.put("contact_name", card.getContactName());
        values.put("company_name", card.getCompanyName());
        values.put("created_at", card.getCreatedAt());
        values.put("state_since", card.getStateSince());
        values.put("touchpoints", touches.stream().map(LeadSubject::values).toList());
        return values;
    }

    private static Map<String, Object> values(Touch touch) {
        return Map.of(
                "kind", touch.kind(), "channel", touch.channel(), "title", touch.title(), "occurred_at", touch.at());
    }

    private static List<String> names(LeadState[] states) {
        return Arrays.stream(states).map(LeadState::name).toList();
    }

    private static <T> Field<T> on(Table<?> alias, Field<T> column) {
        return Objects.requireNonNull(alias.field(column));
    }
}
