package doppelpass.kpi;

import doppelpass.web.Menu;
import java.util.List;
import org.springframework.stereotype.Component;

/** The KPIs stand under the common goals. */
@Component
class KpiMenu implements Menu {
    @Override
    public List<Entry> entries() {
        return List.of(new Entry(Section.GOALS, 10, "kpi.title", "/kpis", "gauge"));
    }
}
