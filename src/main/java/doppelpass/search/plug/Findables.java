package doppelpass.search.plug;

import doppelpass.identity.Person;
import java.util.List;

/** Socket: what a module lets people find and do from the search box. */
public interface Findables {
    /** The kinds of records as this reader may find them; whoever may not open a kind is never asked for it. */
    List<Findable> of(Person reader);

    /** What the box can start; shown to those who may use the route. */
    default List<Command> commands() {
        return List.of();
    }
}
