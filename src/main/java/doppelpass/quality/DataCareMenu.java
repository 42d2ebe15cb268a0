package doppelpass.quality;

import doppelpass.web.Menu;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where data care stands in the navigation. */
@Component
class DataCareMenu implements Menu {
    @Override
    public List<Entry> entries() {
        return List.of(new Entry(Section.RECORDS, 80, "quality.title", "/data-care", "checklist"));
    }
}
