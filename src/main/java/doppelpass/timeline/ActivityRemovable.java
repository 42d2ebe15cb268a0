package doppelpass.timeline;

import doppelpass.identity.Person;
import doppelpass.lists.plug.Removable;
import org.springframework.stereotype.Component;

/** Activities can be deleted and put back by whoever may change them. */
@Component
class ActivityRemovable implements Removable {
    private final ActivityTable table;
    private final Owned owned;

    ActivityRemovable(ActivityTable table, Owned owned) {
        this.table = table;
        this.owned = owned;
    }

    @Override
    public String subject() {
        return "activity";
    }

    @Override
    public String table() {
        return "timeline.activity";
    }

    @Override
    public String path() {
        return "/activities";
    }

    @Override
    public String name(long id) {
        return table.name(id).filter(name -> !name.isBlank()).orElse("#" + id);
    }

    @Override
    public void demand(long id, Person by) {
        owned.get(id, by);
    }
}
