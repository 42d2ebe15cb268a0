package doppelpass.bin;

import doppelpass.web.Menu;
import java.util.List;
import org.springframework.stereotype.Component;

/** The bin among the settings. */
@Component
class BinMenu implements Menu {
    @Override
    public List<Entry> entries() {
        return List.of(new Entry(Section.SETTINGS, 66, "bin.title", "/bin", "trash"));
    }
}
