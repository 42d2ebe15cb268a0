package doppelpass.deals;

import doppelpass.web.Menu;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where deals stand in the navigation. */
@Component
class DealMenu implements Menu {
    @Override
    public List<Entry> entries() {
        return List.of(
                new Entry(Section.PROCESS, 40, "deals.title", "/deals", "briefcase"),
                new Entry(Section.SETTINGS, 40, "deals.pipelines", "/pipelines", "layout-kanban"),
                new Entry(Section.SETTINGS, 45, "deals.products", "/products", "package"));
    }
}
