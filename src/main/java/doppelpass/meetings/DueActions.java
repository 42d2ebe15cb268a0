package doppelpass.meetings;

import doppelpass.core.PageRequest;
import doppelpass.identity.Person;
import doppelpass.tasks.plug.Waiting;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** What one promised in a meeting, on one's day. */
@Component
class DueActions implements Waiting {
    private final Actions actions;

    DueActions(Actions actions) {
        this.actions = actions;
    }

    @Override
    public List<Item> of(Person me, LocalDate until) {
        return actions.list(new ActionQuery(me.id(), "open"), PageRequest.first("due", false, MOST)).rows().stream()
                .filter(action -> !action.dueOn().isAfter(until))
                .map(action ->
                        new Item("meetings.action", "checklist", action.text(), "", "/actions", action.dueOn(), null))
                .toList();
    }
}
