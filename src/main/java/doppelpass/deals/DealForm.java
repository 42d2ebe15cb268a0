package doppelpass.deals;

import doppelpass.core.MoneyText;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the form about a deal asks for, as typed. Company, contact and campaign read {@code Name #7}: the number is the
 * record, the name is for people.
 */
public record DealForm(
        @Nullable String name,
        @Nullable String company,
        @Nullable String contact,
        @Nullable String campaign,
        @Nullable String lead,
        @Nullable String product,
        @Nullable String type,
        @Nullable String source,
        @Nullable String stage,
        @Nullable String amount,
        @Nullable String cost,
        @Nullable String expectedClose,
        @Nullable String nextStep,
        @Nullable String nextStepOn,
        @Nullable String owner) {

    /** A field the browser left out is an empty one. */
    public DealForm {
        name = text(name);
        company = text(company);
        contact = text(contact);
        campaign = text(campaign);
        lead = text(lead);
        product = text(product);
        type = text(type);
        source = text(source);
        stage = text(stage);
        amount = text(amount);
        cost = text(cost);
        expectedClose = text(expectedClose);
        nextStep = text(nextStep);
        nextStepOn = text(nextStepOn);
        owner = text(owner);
    }

    /** The same with one thing typed differently. */
    DealForm with(String field, String typed) {
        return new DealForm(
                field.equals("name") ? typed : name,
                field.equals("company") ? typed : company,
                field.equals("contact") ? typed : contact,
                field.equals("campaign") ? typed : campaign,
                field.equals("lead") ? typed : lead,
                field.equals("product") ? typed : product,
                field.equals("type") ? typed : type,
                field.equals("source") ? typed : source,
                field.equals("stage") ? typed : stage,
                field.equals("amount") ? typed : amount,
                field.equals("cost") ? typed : cost,
                field.equals("expectedClose") ? typed : expectedClose,
                field.equals("nextStep") ? typed : nextStep,
                field.equals("nextStepOn") ? typed : nextStepOn,
                field.equals("owner") ? typed : owner);
    }

    /** Field → message key of what is wrong. A new deal closes in the future; an old one may be late. */
    Map<String, String> errors(Currency currency, @Nullable LocalDate closesAfter) {
        Map<String, String> errors = new HashMap<>();
        if (text(name).isEmpty()) {
            errors.put("name", "web.error.required");
        } else if (text(name).length() > 300) {
            errors.put("name", "deals.error.nameLong");
        }
        amount(errors, "amount", amount, currency);
        amount(errors, "cost", cost, currency);
        day(errors, "expectedClose", expectedClose);
        day(errors, "nextStepOn", nextStepOn);
        LocalDate close = DealFilter.day(expectedClose);
        if (close != null && closesAfter != null && !close.isAfter(closesAfter)) {
            errors.put("expectedClose", "deals.error.closeInPast");
        }
        picked(errors, "company", company);
        picked(errors, "contact", contact);
        picked(errors, "campaign", campaign);
        return errors;
    }

    long amountMinor(Currency currency) {
        return MoneyText.unsigned(text(amount), currency).orElse(0L);
    }

    @Nullable
    Long costMinor(Currency currency) {
        return MoneyText.unsigned(text(cost), currency).orElse(null);
    }

    DealType dealType() {
        String code = text(type);
        return code.equals("expansion") || code.equals("renewal") ? DealType.of(code) : DealType.NEW;
    }

    /** The id behind {@code Name #7}; null when the field is empty. */
    static @Nullable Long pickedId(@Nullable String picked) {
        String typed = text(picked);
        int sign = typed.lastIndexOf('#');
        return sign < 0 ? null : DealFilter.number(typed.substring(sign + 1));
    }

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    private static void amount(Map<String, String> errors, String field, @Nullable String typed, Currency currency) {
        if (!text(typed).isEmpty() && MoneyText.unsigned(text(typed), currency).isEmpty()) {
            errors.put(field, "deals.error.amount");
        }
    }

    private static void day(Map<String, String> errors, String field, @Nullable String typed) {
        if (!text(typed).isEmpty() && DealFilter.day(typed) == null) {
            errors.put(field, "deals.error.day");
        }
    }

    private static void picked(Map<String, String> errors, String field, @Nullable String typed) {
        if (!text(typed).isEmpty() && pickedId(typed) == null) {
            errors.put(field, "deals.error.pick");
        }
    }
}
