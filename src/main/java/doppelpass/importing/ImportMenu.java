package doppelpass.importing;

import doppelpass.web.Menu;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class ImportMenu implements Menu {
    @Override
    public List<Entry> entries() {
        return List.of(new Entry(Section.SETTINGS, 60, "importing.title", "/imports", "file-import"));
    }
}
