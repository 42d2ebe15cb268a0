package doppelpass.deals;

import doppelpass.deals.views.DealNames;
import doppelpass.lists.plug.Editing;
import doppelpass.web.Refusal;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Writes one thing about a deal with the checks of its form; whatever the form would derive anew stays as it is. */
@Component
class DealChange {
    private static final DealNames UNNAMED = new DealNames(null, null, null, null, null, null);

    private final Deals deals;
    private final DealForms forms;
    private final Clock clock;

    DealChange(Deals deals, DealForms forms, Clock clock) {
        this.deals = deals;
        this.forms = forms;
        this.clock = clock;
    }

    /** Changes this field of the form. */
    Editing.Change of(String field) {
        return (id, value, by) -> {
            Deal deal = deals.find(id).orElseThrow(Refusal::notFound);
            DealForm form = forms.of(deal, UNNAMED).with(field, value);
            String error = form.errors(forms.currency(), null).get(field);
            if (error != null) throw Refusal.of(error);
            deals.change(id, deal.details().taking(field, forms.details(form)), by.id(), clock.instant());
        };
    }
}
