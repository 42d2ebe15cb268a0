package doppelpass.identity;

import doppelpass.web.Menu;
import java.util.List;
import org.springframework.stereotype.Component;

/** Administration's entries in the navigation. */
@Component
class SettingsMenu implements Menu {
    @Override
    public List<Entry> entries() {
        return List.of(
                new Entry(Section.SETTINGS, 10, "identity.people", "/people", "users"),
                new Entry(Section.SETTINGS, 20, "identity.teams", "/teams", "users-group"),
                new Entry(Section.SETTINGS, 30, "identity.organisation", "/organisation", "building"),
                new Entry(Section.SETTINGS, 40, "identity.rights", "/rights", "lock-access"));
    }
}
