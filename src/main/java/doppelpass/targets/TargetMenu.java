package doppelpass.targets;

import doppelpass.web.Menu;
import java.util.List;
import org.springframework.stereotype.Component;

/** Plans stand beside the KPIs under the common goals. */
@Component
class TargetMenu implements Menu {
    @Override
    public List<Entry> entries() {
        return List.of(new Entry(Section.GOALS, 20, "targets.title", "/targets", "flag"));
    }
}
