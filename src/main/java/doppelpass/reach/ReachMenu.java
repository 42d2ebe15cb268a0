package doppelpass.reach;

import doppelpass.web.Menu;
import java.util.List;
import org.springframework.stereotype.Component;

/** Row and field rights in the navigation. */
@Component
class ReachMenu implements Menu {
    @Override
    public List<Entry> entries() {
        return List.of(new Entry(Section.SETTINGS, 45, "reach.title", "/reach", "eye"));
    }
}
