package doppelpass.glossary;

import doppelpass.web.Local;
import doppelpass.web.Menu;
import java.util.List;
import org.springframework.stereotype.Component;

/** The glossary's place in the navigation; counts what waits for the reader's own signature. */
@Component
class GlossaryMenu implements Menu {
    private final Glossary glossary;

    GlossaryMenu(Glossary glossary) {
        this.glossary = glossary;
    }

    @Override
    public List<Entry> entries() {
        return List.of(new Entry(Section.LANGUAGE, 10, "glossary.title", "/glossary", "book", this::waiting));
    }

    private int waiting(Local.Reader reader) {
        return glossary.waitingFor(reader.roles());
    }
}
