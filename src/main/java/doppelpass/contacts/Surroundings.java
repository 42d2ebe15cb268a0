package doppelpass.contacts;

import doppelpass.identity.Organisations;
import doppelpass.identity.People;
import doppelpass.lists.plug.Shape;
import doppelpass.timeline.Subject;
import doppelpass.web.Choice;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What stands around a contact or company on its pages: our country, our people, the neighbours' panels. */
@Component
class Surroundings {
    private final Organisations organisations;
    private final People people;
    private final List<RelatedPanel> panels;

    Surroundings(Organisations organisations, People people, List<RelatedPanel> panels) {
        this.organisations = organisations;
        this.people = people;
        this.panels = panels;
    }

    /** The country whose telephone numbers need no country code. */
    String home() {
        return organisations.get().country();
    }

    /** A telephone number as one writes it here; where that is, is asked once for all cells. */
    Shape phone() {
        AtomicReference<@Nullable String> home = new AtomicReference<>();
        return new Shape.Reach("tel:", kept -> {
            String here = home.updateAndGet(known -> known == null ? home() : known);
            return Phones.shown(kept, Objects.requireNonNull(here));
        });
    }

    List<Choice> colleagues() {
        return people.all().stream()
                .map(person -> new Choice(Long.toString(person.id()), person.name()))
                .toList();
    }

    List<RelatedPanel.Related> related(Subject subject) {
        return panels.stream()
                .map(panel -> panel.of(subject))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingInt(RelatedPanel.Related::order))
                .toList();
    }
}
