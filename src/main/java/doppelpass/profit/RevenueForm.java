package doppelpass.profit;

import doppelpass.core.MoneyText;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the form for a posting asks for. */
public record RevenueForm(
        @Nullable String number,
        @Nullable Long companyId,
        @Nullable Long dealId,
        @Nullable Long campaignId,
        @Nullable String postedOn,
        @Nullable String amount,
        @Nullable String cost,
        @Nullable String note) {

    static RevenueForm empty(LocalDate today) {
        return new RevenueForm("", null, null, null, today.toString(), "", "", "");
    }

    static RevenueForm of(Revenue r, Currency currency) {
        Long cost = r.costMinor();
        return new RevenueForm(
                r.number(),
                r.companyId(),
                r.dealId(),
                r.campaignId(),
                r.postedOn().toString(),
                MoneyText.text(r.amountMinor(), currency),
                cost == null ? "" : MoneyText.text(cost, currency),
                r.note());
    }

    Map<String, String> errors(Currency currency) {
        Map<String, String> errors = new HashMap<>();
        if (text(number).isEmpty()) {
            errors.put("number", "web.error.required");
        }
        if (day().isEmpty()) {
            errors.put("postedOn", "profit.error.date");
        }
        if (MoneyText.minor(text(amount), currency).isEmpty()) {
            errors.put("amount", "profit.error.amount");
        }
        if (!text(cost).isEmpty() && MoneyText.minor(text(cost), currency).isEmpty()) {
            errors.put("cost", "profit.error.amount");
        }
        return errors;
    }

    NewRevenue revenue(Currency currency) {
        return new NewRevenue(
                text(number),
                companyId,
                dealId,
                campaignId,
                day().orElseThrow(),
                MoneyText.minor(text(amount), currency).orElseThrow(),
                MoneyText.minor(text(cost), currency).orElse(null),
                text(note).isEmpty() ? null : text(note));
    }

    private Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(text(postedOn)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
