package doppelpass.erasure;

import doppelpass.web.Menu;
import java.util.List;
import org.springframework.stereotype.Component;

/** Erasures among the settings. */
@Component
class ErasureMenu implements Menu {
    @Override
    public List<Entry> entries() {
        return List.of(new Entry(Section.SETTINGS, 67, "erasure.title", "/erasures", "eraser"));
    }
}
