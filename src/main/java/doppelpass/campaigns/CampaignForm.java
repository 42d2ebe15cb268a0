package doppelpass.campaigns;

import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of the campaign form as they stand on the page, and what is wrong with them. */
public record CampaignForm(Map<String, String> fields, Map<String, String> errors) {
    /** The usual types; imports bring others, which stay. */
    static final List<String> TYPES = List.of(
            "Advertisement",
            "Banner Ads",
            "Conference",
            "Direct mail",
            "Email",
            "Partners",
            "Public Relations",
            "Referral Program",
            "Telemarketing",
            "Trade Show",
            "Webinar",
            "Others");

    public static final List<String> STATUSES = Arrays.stream(CampaignDetails.Status.values())
            .map(CampaignDetails.Status::code)
            .toList();

    /** What came out: the details if nothing is wrong. */
    record Read(CampaignForm form, Optional<CampaignDetails> details) {}

    static CampaignForm empty(long owner) {
        return new CampaignForm(
                Map.of("status", "planned", "channel", "other", "type", "Others", "owner", Long.toString(owner)),
                Map.of());
    }

    static CampaignForm of(CampaignDetails d, String language, Currency currency) {
        Map<String, String> fields = new HashMap<>();
        fields.put("name", d.name());
        fields.put("type", d.type());
        fields.put("channel", d.channel().code());
        fields.put("status", d.status().code());
        fields.put("startsOn", text(d.startsOn()));
        fields.put("endsOn", text(d.endsOn()));
        fields.put("budget", d.budgetMinor() == null ? "" : AmountText.format(d.budgetMinor(), language, currency));
        Long expected = d.expectedRevenueMinor();
        fields.put("expected", expected == null ? "" : AmountText.format(expected, language, currency));
        fields.put("goal", text(d.goal()));
        fields.put("owner", text(d.ownerId()));
        return new CampaignForm(fields, Map.of());
    }

    static Read read(Map<String, String> sent, String language, Currency currency) {
        Map<String, String> errors = new HashMap<>();
        Inputs in = new Inputs(sent, language, currency, errors);
        String type = in.text("type");
        CampaignDetails details = new CampaignDetails(
                in.text("name"),
                type.isEmpty() ? "Others" : type,
                Channel.of(in.text("channel")).orElse(Channel.OTHER),
                status(in.text("status")),
                in.day("startsOn"),
                in.day("endsOn"),
                in.amount("budget"),
                in.amount("expected"),
                in.optional("goal"),
                in.number("owner"));
        details.objection().ifPresent(key -> errors.put(field(key), key));
        return new Read(new CampaignForm(sent, errors), errors.isEmpty() ? Optional.of(details) : Optional.empty());
    }

    private static CampaignDetails.Status status(String code) {
        return STATUSES.contains(code)
                ? CampaignDetails.Status.valueOf(code.toUpperCase(Locale.ROOT))
                : CampaignDetails.Status.PLANNED;
    }

    /** Where an objection is shown. */
    private static String field(String key) {
        return switch (key) {
            case "campaigns.error.goal" -> "goal";
            case "campaigns.error.dates" -> "endsOn";
            case "campaigns.error.budget" -> "budget";
            default -> "name";
        };
    }

    public String value(String field) {
        return fields.getOrDefault(field, "");
    }

    public @Nullable String error(String field) {
        return errors.get(field);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
