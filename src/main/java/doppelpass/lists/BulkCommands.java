package doppelpass.lists;

import doppelpass.identity.Person;
import doppelpass.search.plug.Command;
import doppelpass.search.plug.Findable;
import doppelpass.search.plug.Findables;
import java.util.List;
import org.springframework.stereotype.Component;

/** The way to changes of many records from the search box; they themselves are not searched for. */
@Component
class BulkCommands implements Findables {
    @Override
    public List<Findable> of(Person reader) {
        return List.of();
    }

    @Override
    public List<Command> commands() {
        return List.of(new Command("lists.bulks.title", "/bulk", "history"));
    }
}
