package doppelpass.gates;

import doppelpass.web.Menu;
import java.util.List;
import org.springframework.stereotype.Component;

/** Gates among the settings, after the pipelines. */
@Component
class GateMenu implements Menu {
    @Override
    public List<Entry> entries() {
        return List.of(new Entry(Section.SETTINGS, 41, "gates.title", "/gates", "barrier-block"));
    }
}
