package doppelpass.deals;

import doppelpass.deals.views.DealNames;
import doppelpass.identity.Person;
import doppelpass.lists.plug.Editing;
import doppelpass.web.Choice;
import doppelpass.web.Refusal;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes one thing about a deal with the checks of its form; whatever the form would derive anew stays as it is. */
@Component
class DealChange {
    private static final DealNames UNNAMED = new DealNames(null, null, null, null, null, null);

    private final Deals deals;
    private final DealForms forms;
    private final Pipelines pipelines;
    private final Clock clock;

    DealChange(Deals deals, DealForms forms, Pipelines pipelines, Clock clock) {
        this.deals = deals;
        this.forms = forms;
        this.pipelines = pipelines;
        this.clock = clock;
    }

    /** The open stages, named after their pipeline where there are several. */
    List<Choice> stages() {
        List<Pipeline> all = pipelines.all();
        return all.stream()
                .flatMap(pipeline -> pipeline.openStages().stream()
                        .map(stage -> new Choice(
                                Long.toString(stage.id()),
                                (all.size() > 1 ? pipeline.name() + ": " : "") + stage.name())))
                .toList();
    }

    /** As a card on the board moves. */
    void move(long id, String stage, Person by) {
        deals.move(id, Long.parseLong(stage), by.id(), clock.instant());
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
