package doppelpass.mail;

import doppelpass.web.Menu;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where administrators find the outbox. */
@Component
class MailMenu implements Menu {
    @Override
    public List<Entry> entries() {
        return List.of(new Entry(Section.SETTINGS, 60, "mail.title", "/mail", "mail"));
    }
}
