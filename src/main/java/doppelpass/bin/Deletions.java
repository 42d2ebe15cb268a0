package doppelpass.bin;

import doppelpass.database.Seeing;
import doppelpass.identity.Person;
import doppelpass.identity.Rights;
import doppelpass.timeline.Subject;
import doppelpass.timeline.SubjectNames;
import doppelpass.web.Refusal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deletes records and puts them back as they were, with their numbers, for {@link Deleted#KEPT}. */
@Component
public class Deletions {
    private final Map<Subject.Kind, String> tables = new EnumMap<>(Subject.Kind.class);
    private final List<SubjectNames> names;
    private final Shelf shelf;
    private final Rights rights;
    private final ApplicationEventPublisher events;
    private final Seeing seeing;

    Deletions(
            List<Deletable> deletables,
            List<SubjectNames> names,
            Shelf shelf,
            Rights rights,
            ApplicationEventPublisher events,
            Seeing seeing) {
        deletables.forEach(deletable -> tables.putAll(deletable.tables()));
        this.names = names;
        this.shelf = shelf;
        this.rights = rights;
        this.events = events;
        this.seeing = seeing;
    }

    /** Refused while other records rest on it, with which and how many. */
    @Transactional
    public void delete(Subject record, Person by) {
        demandRight(record, by);
        shelf.put(Binned.of(record), table(record), () -> name(record), by);
        seeing.everything(() -> events.publishEvent(new RecordDeleted(record, by.id())));
    }

    /** Refused where another record has taken its place meanwhile, such as its mail address. */
    @Transactional
    public void restore(Subject record, Person by) {
        demandRight(record, by);
        shelf.back(Binned.of(record));
        events.publishEvent(new RecordRestored(record, by.id()));
    }

    boolean deletes(Subject.Kind kind) {
        return tables.containsKey(kind);
    }

    /** Whoever may change a record may delete it and put it back. */
    boolean may(Subject record, Person by) {
        return deletes(record.kind()) && allowed("PUT", record.url(), by);
    }

    /** The kinds of records whose deleted ones a person may see. */
    List<String> kinds(Person reader) {
        return tables.keySet().stream()
                .filter(kind -> allowed("GET", new Subject(kind, 0).url(), reader))
                .map(Subject.Kind::code)
                .toList();
    }

    private boolean allowed(String method, String path, Person by) {
        return rights.route(method, path).map(route -> route.allows(by.roles())).orElse(false);
    }

    private void demandRight(Subject record, Person by) {
        if (!may(record, by)) throw Refusal.forbidden("bin.error.right");
    }

    private String table(Subject record) {
        return Optional.ofNullable(tables.get(record.kind())).orElseThrow(Refusal::notFound);
    }

    private String name(Subject record) {
        return names.stream()
                .filter(keeper -> keeper.kinds().contains(record.kind()))
                .flatMap(keeper -> keeper.names(record.kind(), Set.of(record.id())).values().stream())
                .findFirst()
                .orElse(record.code());
    }
}
