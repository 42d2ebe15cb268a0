package doppelpass.leads;

import doppelpass.campaigns.Channel;
import doppelpass.core.TeamFunction;
import doppelpass.web.Refusal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people type about a lead. */
public record LeadForm(
        @Nullable String contact,
        @Nullable String productLine,
        @Nullable String source,
        @Nullable String channel,
        @Nullable String handRaise) {
    public static final List<String> CHANNELS = Channel.codes();
    public static final List<String> WISHES = List.of("demo_request", "price_request", "call_me");

    /** What sales finds itself comes, unless it says otherwise, from its own calls. */
    static LeadForm empty(String contact, TeamFunction by) {
        String channel = by == TeamFunction.SALES ? "sales_outbound" : "other";
        return new LeadForm(contact, NewLead.GENERAL, "", channel, "");
    }

    static LeadForm of(Lead lead) {
        return new LeadForm(
                Long.toString(lead.contactId()),
                lead.productLine(),
                lead.source(),
                lead.channel(),
                lead.handRaise() == null ? "" : lead.handRaise());
    }

    LeadForm withProductLine(String other) {
        return new LeadForm(contact, other, source, channel, handRaise);
    }

    LeadForm withSource(String other) {
        return new LeadForm(contact, productLine, other, channel, handRaise);
    }

    LeadForm withChannel(String other) {
        return new LeadForm(contact, productLine, source, other, handRaise);
    }

    LeadForm withHandRaise(String other) {
        return new LeadForm(contact, productLine, source, channel, other);
    }

    /** The same if it may be saved; else its first error is refused. */
    LeadForm checked(boolean sourced) {
        errors(false, sourced).values().stream().findFirst().ifPresent(error -> {
            throw Refusal.of(error);
        });
        return this;
    }

    /** Field → message key of what is wrong; {@code sourced}: whether it is theirs to name where the lead came from. */
    Map<String, String> errors(boolean fresh, boolean sourced) {
        Map<String, String> errors = new HashMap<>();
        if (fresh && !text(contact).matches("\\d{1,18}")) errors.put("contact", "leads.error.contact");
        if (text(productLine).isEmpty()) errors.put("productLine", "web.error.required");
        if (sourced && text(source).isEmpty()) errors.put("source", "web.error.required");
        if (sourced && !CHANNELS.contains(text(channel))) errors.put("channel", "web.error.required");
        if (wish() != null && !WISHES.contains(wish())) errors.put("handRaise", "web.error.required");
        return errors;
    }

    NewLead toLead(Instant now) {
        return new NewLead(
                Long.parseLong(text(contact)), null, text(productLine), text(source), text(channel), null, wish(), now);
    }

    LeadChange toChange(Lead lead) {
        return new LeadChange(text(productLine), text(source), text(channel), lead.campaignId(), wish());
    }

    private @Nullable String wish() {
        return text(handRaise).isEmpty() ? null : text(handRaise);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
