package doppelpass.tags;

import doppelpass.web.Menu;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tags among the settings. */
@Component
class TagMenu implements Menu {
    @Override
    public List<Entry> entries() {
        return List.of(new Entry(Section.SETTINGS, 65, "tags.title", "/tags", "tags"));
    }
}
