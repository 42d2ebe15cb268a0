package doppelpass.files;

import doppelpass.web.Menu;
import java.util.List;
import org.springframework.stereotype.Component;

/** Files among the settings. */
@Component
class FileMenu implements Menu {
    @Override
    public List<Entry> entries() {
        return List.of(new Entry(Section.SETTINGS, 67, "files.title", "/files", "paperclip"));
    }
}
