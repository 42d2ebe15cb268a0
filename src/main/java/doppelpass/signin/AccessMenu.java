package doppelpass.signin;

import doppelpass.web.Menu;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where administrators say how people get in. */
@Component
class AccessMenu implements Menu {
    @Override
    public List<Entry> entries() {
        return List.of(new Entry(Section.SETTINGS, 35, "signin.access", "/access", "key"));
    }
}
