package doppelpass.duplicates;

import doppelpass.web.Menu;
import java.util.List;
import org.springframework.stereotype.Component;

/** Duplicates among the records. */
@Component
class DuplicateMenu implements Menu {
    @Override
    public List<Entry> entries() {
        return List.of(new Entry(Section.RECORDS, 85, "duplicates.title", "/duplicates", "copy-check"));
    }
}
