package doppelpass.campaigns;

import doppelpass.core.TeamFunction;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of the cost form as they stand on the page, and what is wrong with them. */
public record CostForm(Map<String, String> fields, Map<String, String> errors) {
    /** What came out: the cost if nothing is wrong. */
    record Read(CostForm form, Optional<NewCost> cost) {}

    static CostForm empty(@Nullable Campaign campaign, String function) {
        Map<String, String> fields = new HashMap<>(Map.of("function", function, "kind", "media"));
        if (campaign != null) {
            fields.put("campaign", Long.toString(campaign.id()));
            fields.put("channel", campaign.details().channel().code());
        }
        return new CostForm(fields, Map.of());
    }

    static CostForm of(NewCost cost, String language, Currency currency) {
        Map<String, String> fields = new HashMap<>();
        fields.put("function", cost.function().code());
        fields.put(
                "campaign", cost.campaignId() == null ? "" : cost.campaignId().toString());
        fields.put("channel", cost.channel() == null ? "" : cost.channel().code());
        fields.put("kind", cost.kind());
        fields.put("amount", AmountText.format(cost.amountMinor(), language, currency));
        fields.put("fromDay", cost.fromDay().toString());
        fields.put("toDay", cost.toDay().toString());
        fields.put("note", cost.note() == null ? "" : cost.note());
        return new CostForm(fields, Map.of());
    }

    static Read read(Map<String, String> sent, String language, Currency currency) {
        Map<String, String> errors = new HashMap<>();
        Inputs in = new Inputs(sent, language, currency, errors);
        Long amount = in.amount("amount");
        LocalDate from = in.day("fromDay");
        LocalDate to = in.day("toDay");
        for (String field : List.of("amount", "fromDay", "toDay")) {
            if (in.text(field).isEmpty()) {
                errors.put(field, "web.error.required");
            }
        }
        if (amount == null || from == null || to == null) {
            return new Read(new CostForm(sent, errors), Optional.empty());
        }
        NewCost cost = new NewCost(
                in.text("function").equals("sales") ? TeamFunction.SALES : TeamFunction.MARKETING,
                in.number("campaign"),
                Channel.of(in.text("channel")).orElse(null),
                in.text("kind").isEmpty() ? "other" : in.text("kind"),
                amount,
                from,
                to,
                in.optional("note"));
        cost.objection().ifPresent(key -> errors.put(key.equals("campaigns.error.period") ? "toDay" : "amount", key));
        return new Read(new CostForm(sent, errors), errors.isEmpty() ? Optional.of(cost) : Optional.empty());
    }

    public String value(String field) {
        return fields.getOrDefault(field, "");
    }

    public @Nullable String error(String field) {
        return errors.get(field);
    }
}
