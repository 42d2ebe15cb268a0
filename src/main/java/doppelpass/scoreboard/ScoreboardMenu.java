package doppelpass.scoreboard;

import doppelpass.web.Menu;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class ScoreboardMenu implements Menu {
    @Override
    public List<Entry> entries() {
        return List.of(new Entry(Section.TOP, 10, "scoreboard.title", "/scoreboard", "scoreboard"));
    }
}
