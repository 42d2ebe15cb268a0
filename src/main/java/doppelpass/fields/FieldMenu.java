package doppelpass.fields;

import doppelpass.web.Menu;
import java.util.List;
import org.springframework.stereotype.Component;

/** Fields among the settings. */
@Component
class FieldMenu implements Menu {
    @Override
    public List<Entry> entries() {
        return List.of(new Entry(Section.SETTINGS, 64, "fields.title", "/fields", "forms"));
    }
}
