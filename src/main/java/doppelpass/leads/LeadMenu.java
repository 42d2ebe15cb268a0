package doppelpass.leads;

import doppelpass.identity.People;
import doppelpass.web.Local;
import doppelpass.web.Menu;
import java.util.List;
import org.springframework.stereotype.Component;

/** Hand-overs with the number of passes that wait for the reader's team, leads, and the promises. */
@Component
class LeadMenu implements Menu {
    private final Passes passes;
    private final People people;

    LeadMenu(Passes passes, People people) {
        this.passes = passes;
        this.people = people;
    }

    @Override
    public List<Entry> entries() {
        return List.of(
                new Entry(Section.PROCESS, 10, "leads.handovers", "/hand-overs", "arrows-exchange", this::waiting),
                new Entry(Section.PROCESS, 20, "leads.title", "/leads", "target-arrow"),
                new Entry(Section.PROCESS, 60, "leads.promises", "/promises", "clock-check"));
    }

    private int waiting(Local.Reader reader) {
        return people.find(reader.id()).map(passes::waiting).orElse(0);
    }
}
