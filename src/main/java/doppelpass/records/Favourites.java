package doppelpass.records;

import doppelpass.identity.Person;
import doppelpass.timeline.Naming;
import doppelpass.timeline.Subject;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The records a person marked with a star, for themselves alone. */
@Component
public class Favourites {
    private final FavouriteTable table;
    private final Access access;
    private final Naming naming;
    private final Clock clock;

    Favourites(FavouriteTable table, Access access, Naming naming, Clock clock) {
        this.table = table;
        this.access = access;
        this.naming = naming;
        this.clock = clock;
    }

    @Transactional
    public void add(Subject record, Person person) {
        table.add(person.id(), access.demand(record, person), clock.instant());
    }

    @Transactional
    public void remove(Subject record, Person person) {
        table.remove(person.id(), record);
    }

    boolean has(Subject record, Person person) {
        return table.has(person.id(), record);
    }

    /** By kind, each sorted by name; what is gone or closed to the person by now is left out. */
    SequencedMap<Subject.Kind, List<Favourite>> of(Person person) {
        List<Subject> marked = table.of(person.id()).stream()
                .filter(record -> access.opens(record, person.roles()))
                .toList();
        Map<Subject, String> names = naming.names(marked.stream());
        EnumMap<Subject.Kind, List<Favourite>> kinds = new EnumMap<>(Subject.Kind.class);
        for (Favourite favourite : marked.stream()
                .filter(names::containsKey)
                .map(record -> new Favourite(record, names.getOrDefault(record, "")))
                .sorted(java.util.Comparator.comparing(f -> f.name().toLowerCase(java.util.Locale.ROOT)))
                .toList()) {
            kinds.computeIfAbsent(favourite.record().kind(), kind -> new java.util.ArrayList<>())
                    .add(favourite);
        }
        return new TreeMap<>(kinds);
    }
}
