package doppelpass.deals;

import doppelpass.core.MoneyText;
import doppelpass.deals.views.DealNames;
import doppelpass.identity.Organisations;
import doppelpass.identity.People;
import doppelpass.identity.Person;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns deals into forms and forms into deals: what the form does not ask for comes from lead, campaign and owner. */
@Component
class DealForms {
    private final DealPageTable table;
    private final People people;
    private final Organisations organisations;

    DealForms(DealPageTable table, People people, Organisations organisations) {
        this.table = table;
        this.people = people;
        this.organisations = organisations;
    }

    Currency currency() {
        return organisations.get().currency();
    }

    /** An empty form of this person's, or one about the company or lead it starts from. */
    DealForm fresh(Person me, @Nullable Long companyId, @Nullable Long leadId) {
        Optional<DealPageTable.LeadSource> lead = leadId == null ? Optional.empty() : table.lead(leadId);
        Long company = lead.map(DealPageTable.LeadSource::companyId).orElse(companyId);
        return new DealForm(
                lead.map(DealPageTable.LeadSource::company).orElse(""),
                company == null ? "" : first(table.companies("#" + company)),
                lead.map(l -> l.contactId() == null ? "" : first(table.contacts("#" + l.contactId())))
                        .orElse(""),
                lead.map(l -> l.campaignId() == null ? "" : first(table.campaigns("#" + l.campaignId())))
                        .orElse(""),
                lead.isPresent() ? String.valueOf(leadId) : "",
                "",
                DealType.NEW.code(),
                lead.map(DealPageTable.LeadSource::source).orElse(""),
                "",
                "",
                "",
                "",
                "",
                "",
                Long.toString(me.id()));
    }

    DealForm of(Deal deal, DealNames names) {
        DealDetails d = deal.details();
        return new DealForm(
                d.name(),
                picked(names.company(), d.companyId()),
                picked(names.contact(), d.contactId()),
                picked(names.campaign(), d.campaignId()),
                text(d.leadId()),
                text(d.productId()),
                d.type().code(),
                d.source(),
                Long.toString(deal.stage().id()),
                MoneyText.text(d.amountMinor(), currency()),
                d.costMinor() == null ? "" : MoneyText.text(d.costMinor(), currency()),
                text(d.expectedClose()),
                text(d.nextStep()),
                text(d.nextStepOn()),
                text(d.ownerId()));
    }

    DealDetails details(DealForm form) {
        Long leadId = DealFilter.number(form.lead());
        Long campaignId = DealForm.pickedId(form.campaign());
        Long ownerId = DealFilter.number(form.owner());
        Optional<DealPageTable.LeadSource> lead = leadId == null ? Optional.empty() : table.lead(leadId);
        String channel = lead.map(DealPageTable.LeadSource::channel)
                .or(() -> campaignId == null ? Optional.empty() : table.campaignChannel(campaignId))
                .orElse("other");
        return new DealDetails(
                DealForm.text(form.name()),
                DealForm.pickedId(form.company()),
                DealForm.pickedId(form.contact()),
                lead.isPresent() ? leadId : null,
                campaignId,
                DealFilter.number(form.product()),
                form.dealType(),
                DealForm.text(form.source()),
                channel,
                form.amountMinor(currency()),
                form.costMinor(currency()),
                DealFilter.day(form.expectedClose()),
                orNull(form.nextStep()),
                DealFilter.day(form.nextStepOn()),
                ownerId,
                ownerId == null
                        ? null
                        : people.find(ownerId).map(Person::teamId).orElse(null));
    }

    private static String first(java.util.List<DealPageTable.Choosable> found) {
        return found.isEmpty()
                ? ""
                : picked(found.getFirst().name(), found.getFirst().id());
    }

    static String picked(@Nullable String name, @Nullable Long id) {
        return id == null ? "" : (name == null ? "" : name) + " #" + id;
    }

    private static @Nullable String orNull(@Nullable String typed) {
        return DealForm.text(typed).isEmpty() ? null : DealForm.text(typed);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
