package doppelpass.deals;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What people write down about a deal. Amount and cost are net, in minor units of the organisation's currency. */
public record DealDetails(
        String name,
        @Nullable Long companyId,
        @Nullable Long contactId,
        @Nullable Long leadId,
        @Nullable Long campaignId,
        @Nullable Long productId,
        DealType type,
        String source,
        String channel,
        long amountMinor,
        @Nullable Long costMinor,
        @Nullable LocalDate expectedClose,
        @Nullable String nextStep,
        @Nullable LocalDate nextStepOn,
        @Nullable Long ownerId,
        @Nullable Long teamId) {

    /** The same with one field of the other; a team comes with its owner. */
    DealDetails taking(String field, DealDetails other) {
        return new DealDetails(
                field.equals("name") ? other.name : name,
                field.equals("company") ? other.companyId : companyId,
                field.equals("contact") ? other.contactId : contactId,
                leadId,
                field.equals("campaign") ? other.campaignId : campaignId,
                productId,
                field.equals("type") ? other.type : type,
                field.equals("source") ? other.source : source,
                field.equals("channel") ? other.channel : channel,
                field.equals("amount") ? other.amountMinor : amountMinor,
                field.equals("cost") ? other.costMinor : costMinor,
                field.equals("expectedClose") ? other.expectedClose : expectedClose,
                field.equals("nextStep") ? other.nextStep : nextStep,
                field.equals("nextStepOn") ? other.nextStepOn : nextStepOn,
                field.equals("owner") ? other.ownerId : ownerId,
                field.equals("owner") ? other.teamId : teamId);
    }

    /** The same with those values of the other that may not be written. */
    DealDetails keeping(Predicate<String> writes, DealDetails before) {
        DealDetails kept = this;
        for (String field : List.of("amount", "cost", "expectedClose", "source", "channel"))
            if (!writes.test(field)) kept = kept.taking(field, before);
        return kept;
    }

    /** The same before anybody said what it is worth, and when. */
    DealDetails valueless() {
        return new DealDetails(
                name,
                companyId,
                contactId,
                leadId,
                campaignId,
                productId,
                type,
                source,
                channel,
                0,
                null,
                null,
                nextStep,
                nextStepOn,
                ownerId,
                teamId);
    }

    /** The same with the money as it follows from the line items. */
    DealDetails reckoned(long amount, @Nullable Long cost) {
        return new DealDetails(
                name,
                companyId,
                contactId,
                leadId,
                campaignId,
                productId,
                type,
                source,
                channel,
                amount,
                cost,
                expectedClose,
                nextStep,
                nextStepOn,
                ownerId,
                teamId);
    }

    /** The fields in which the other differs, the amount aside: it has events of its own. */
    Set<String> changed(DealDetails other) {
        Set<String> fields = new LinkedHashSet<>();
        note(fields, "name", name, other.name);
        note(fields, "company", companyId, other.companyId);
        note(fields, "contact", contactId, other.contactId);
        note(fields, "lead", leadId, other.leadId);
        note(fields, "campaign", campaignId, other.campaignId);
        note(fields, "product", productId, other.productId);
        note(fields, "type", type, other.type);
        note(fields, "source", source + "/" + channel, other.source + "/" + other.channel);
        note(fields, "cost", costMinor, other.costMinor);
        note(fields, "expectedClose", expectedClose, other.expectedClose);
        note(fields, "nextStep", nextStep, other.nextStep);
        note(fields, "nextStepOn", nextStepOn, other.nextStepOn);
        note(fields, "owner", ownerId, other.ownerId);
        return fields;
    }

    private static void note(Set<String> fields, String field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            fields.add(field);
        }
    }
}
