package doppelpass.timeline;

import doppelpass.web.Menu;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class TimelineMenu implements Menu {
    @Override
    public List<Entry> entries() {
        return List.of(new Entry(Section.RECORDS, 60, "timeline.activities", "/activities", "history"));
    }
}
