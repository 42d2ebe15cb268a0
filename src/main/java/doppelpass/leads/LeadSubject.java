package doppelpass.leads;

import static doppelpassdb.leads.Tables.LEAD_CARD;
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
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What rules may say about leads, and a lead's values under the same names. */
@Component
class LeadSubject implements SubjectPlug {
    @Override
    public List<Subject> subjects() {
        return List.of(lead(), touchpoint());
    }

    private static Subject lead() {
        return Subject.of("lead", "leads.lead", LEAD_CARD, LEAD_CARD.ID)
                .field("state", LEAD_CARD.STATE, names(LeadState.values()))
                .field("cycle", LEAD_CARD.CYCLE)
                .field("source", LEAD_CARD.SOURCE)
                .field("channel", LEAD_CARD.CHANNEL, LeadForm.CHANNELS.toArray(String[]::new))
                .field("product_line", LEAD_CARD.PRODUCT_LINE)
                .field("fit", LEAD_CARD.FIT, LEAD_CARD.COMPANY_FIT, "unknown", "A", "B", "C", "D", "unknown")
                .field("intent", LEAD_CARD.INTENT)
                .field("hand_raise", LEAD_CARD.HAND_RAISE, LeadForm.WISHES.toArray(String[]::new))
                .field("country", LEAD_CARD.COUNTRY)
                .field("contact_name", LEAD_CARD.CONTACT_NAME)
                .field("company_name", LEAD_CARD.COMPANY_NAME)
                .field("created_at", LEAD_CARD.CREATED_AT)
                .field("state_since", LEAD_CARD.STATE_SINCE)
                .relation(new Relation(
                        "touchpoints",
                        true,
                        "touchpoint",
                        Word.of("leads.lead.touchpoints"),
                        (owner, ownerKey, other, otherKey) ->
                                on(other, TOUCHPOINT_CARD.CONTACT_ID).eq(on(owner, LEAD_CARD.CONTACT_ID))));
    }

    private static Subject touchpoint() {
        return Subject.of("touchpoint", "leads.touchpoint", TOUCHPOINT_CARD, TOUCHPOINT_CARD.ID)
                .field("kind", TOUCHPOINT_CARD.KIND)
                .field("channel", TOUCHPOINT_CARD.CHANNEL)
                .field("title", TOUCHPOINT_CARD.TITLE)
                .field("occurred_at", TOUCHPOINT_CARD.OCCURRED_AT);
    }

    static Map<String, @Nullable Object> values(Lead lead, Whom whom, Interest interest, List<Touch> touches) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("state", lead.state().name());
        values.put("cycle", lead.cycle());
        values.put("source", lead.source());
        values.put("channel", lead.channel());
        values.put("product_line", lead.productLine());
        values.put("fit", whom.fit());
        values.put("intent", interest.score());
        values.put("hand_raise", lead.handRaise());
        values.put("country", whom.country());
        values.put("contact_name", whom.name());
        values.put("company_name", whom.company());
        values.put("created_at", lead.createdAt());
        values.put("state_since", lead.stateSince());
        values.put(
                "touchpoints",
                touches.stream()
                        .filter(touch -> !touch.colleague())
                        .map(LeadSubject::values)
                        .toList());
        return values;
    }

    /** The same of a lead as its card tells it today. */
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

    private static String[] names(LeadState[] states) {
        return Arrays.stream(states).map(LeadState::name).toArray(String[]::new);
    }

    private static <T> Field<T> on(Table<?> alias, Field<T> column) {
        return Objects.requireNonNull(alias.field(column));
    }
}
