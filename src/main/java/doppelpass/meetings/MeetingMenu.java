package doppelpass.meetings;

import doppelpass.web.Menu;
import java.util.List;
import org.springframework.stereotype.Component;

/** Talking: the next meetings, and what was promised in them. */
@Component
class MeetingMenu implements Menu {
    private final Actions actions;

    MeetingMenu(Actions actions) {
        this.actions = actions;
    }

    @Override
    public List<Entry> entries() {
        return List.of(
                new Entry(Section.TALKING, 10, "meetings.title", "/meetings", "messages"),
                new Entry(
                        Section.TALKING,
                        20,
                        "meetings.actions",
                        "/actions",
                        "checklist",
                        reader -> actions.waitingFor(reader.id())));
    }
}
