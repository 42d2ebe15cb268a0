package doppelpass.profit;

import doppelpass.web.Menu;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class ProfitMenu implements Menu {
    @Override
    public List<Entry> entries() {
        return List.of(
                new Entry(Section.GOALS, 20, "profit.title", "/profit", "chart-bar"),
                new Entry(Section.RECORDS, 60, "profit.revenue.title", "/revenue", "receipt"));
    }
}
