package doppelpass.forecast;

import doppelpass.web.Menu;
import java.util.List;
import org.springframework.stereotype.Component;

/** The forecast after the deals. */
@Component
class ForecastMenu implements Menu {
    @Override
    public List<Entry> entries() {
        return List.of(new Entry(Section.PROCESS, 42, "forecast.title", "/forecast", "trending-up"));
    }
}
