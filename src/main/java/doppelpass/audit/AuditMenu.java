package doppelpass.audit;

import doppelpass.web.Menu;
import java.util.List;
import org.springframework.stereotype.Component;

/** The audit among the settings. */
@Component
class AuditMenu implements Menu {
    @Override
    public List<Entry> entries() {
        return List.of(new Entry(Section.SETTINGS, 50, "audit.title", "/audit", "history-toggle"));
    }
}
