package doppelpass.leads;

import static doppelpassdb.leads.Tables.LEAD_CARD;

import java.time.Instant;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** A lead with whom it is about, as lists show it. */
public record LeadRow(
        long id,
        long contactId,
        @Nullable Long companyId,
        String contact,
        @Nullable String company,
        String fit,
        LeadState state,
        int cycle,
        String productLine,
        String source,
        String channel,
        int intent,
        @Nullable String handRaise,
        @Nullable Long ownerId,
        Instant createdAt,
        Instant stateSince) {

    static LeadRow of(Record r) {
        return new LeadRow(
                r.get(LEAD_CARD.ID),
                r.get(LEAD_CARD.CONTACT_ID),
                r.get(LEAD_CARD.COMPANY_ID),
                r.get(LEAD_CARD.CONTACT_NAME),
                r.get(LEAD_CARD.COMPANY_NAME),
                r.get(LEAD_CARD.FIT),
                LeadState.valueOf(r.get(LEAD_CARD.STATE)),
                r.get(LEAD_CARD.CYCLE),
                r.get(LEAD_CARD.PRODUCT_LINE),
                r.get(LEAD_CARD.SOURCE),
                r.get(LEAD_CARD.CHANNEL),
                r.get(LEAD_CARD.INTENT),
                r.get(LEAD_CARD.HAND_RAISE),
                r.get(LEAD_CARD.OWNER_ID),
                r.get(LEAD_CARD.CREATED_AT),
                r.get(LEAD_CARD.STATE_SINCE));
    }

    /** Fit class and interest in quarters, for example A1: fits best, hottest. */
    public String grade() {
        return grade(fit, intent);
    }

    static String grade(String fit, int intent) {
        int band = intent >= 60 ? 1 : intent >= 40 ? 2 : intent >= 20 ? 3 : 4;
        return (fit.equals("unknown") ? "?" : fit) + band;
    }
}
