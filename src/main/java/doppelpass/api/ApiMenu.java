package doppelpass.api;

import doppelpass.web.Menu;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tokens and the guide to them. */
@Component
class ApiMenu implements Menu {
    @Override
    public List<Entry> entries() {
        return List.of(new Entry(Section.SETTINGS, 68, "api.tokens", "/tokens", "key"));
    }
}
