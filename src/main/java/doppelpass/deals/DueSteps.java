package doppelpass.deals;

import static doppelpassdb.deals.Tables.DEAL_CARD;

import doppelpass.identity.Person;
import doppelpass.tasks.plug.Waiting;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** The next steps of one's own open deals, on one's day. */
@Component
class DueSteps implements Waiting {
    private final DueStepTable table;

    DueSteps(DueStepTable table) {
        this.table = table;
    }

    @Override
    public List<Item> of(Person me, LocalDate until) {
        return table.of(me.id(), until, MOST).stream()
                .map(r -> new Item(
                        "deals.nextStep",
                        "briefcase",
                        r.get(DEAL_CARD.NEXT_STEP),
                        r.get(DEAL_CARD.NAME),
                        "/deals/" + r.get(DEAL_CARD.ID),
                        r.get(DEAL_CARD.NEXT_STEP_ON),
                        null))
                .toList();
    }
}
