package doppelpass.bin;

import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.database.Seeing;
import doppelpass.identity.Person;
import doppelpass.identity.Rights;
import doppelpass.timeline.Subject;
import doppelpass.timeline.SubjectNames;
import doppelpass.web.Messages;
import doppelpass.web.Refusal;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deletes records and puts them back as they were, with their numbers, for {@link Deleted#KEPT}. */
@Component
public class Deletions {
    private final Map<Subject.Kind, String> tables = new EnumMap<>(Subject.Kind.class);
    private final List<SubjectNames> names;
    private final RowTable rows;
    private final BinTable bin;
    private final Rights rights;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Seeing seeing;

    Deletions(
            List<Deletable> deletables,
            List<SubjectNames> names,
            RowTable rows,
            BinTable bin,
            Rights rights,
            ApplicationEventPublisher events,
            Clock clock,
            Seeing seeing) {
        deletables.forEach(deletable -> tables.putAll(deletable.tables()));
        this.names = names;
        this.rows = rows;
        this.bin = bin;
        this.rights = rights;
        this.events = events;
        this.clock = clock;
        this.seeing = seeing;
    }

    /** Refused while other records rest on it, with which and how many. */
    @Transactional
    public void delete(Subject record, Person by) {
        demandRight(record, by);
        String table = table(record);
        if (!rows.lock(table, record.id())) throw Refusal.notFound();
        seeing.everything(() -> delete(table, record, by));
    }

    /** What its reader does not see rests on a record or goes with it all the same. */
    private void delete(String table, Subject record, Person by) {
        Map<String, Set<Long>> members = rows.members(table, record.id());
        Map<String, Long> resting = rows.resting(members);
        if (!resting.isEmpty()) throw Refusal.conflict("bin.error.held", inWords(resting, by));
        bin.insert(record, name(record), rows.copy(members), by.id(), clock.instant());
        rows.delete(table, record.id());
        events.publishEvent(new RecordDeleted(record, by.id()));
    }

    /** Refused where another record has taken its place meanwhile, such as its mail address. */
    @Transactional
    public void restore(Subject record, Person by) {
        demandRight(record, by);
        var copied = bin.take(record).orElseThrow(() -> Refusal.conflict("bin.error.notThere"));
        try {
            seeing.everything(() -> rows.insert(copied));
        } catch (DataIntegrityViolationException taken) {
            throw Refusal.conflict("bin.error.taken");
        }
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

    Page<Deleted> page(String kind, String words, PageRequest request, Person reader) {
        List<String> kinds = kinds(reader).stream()
                .filter(known -> kind.isEmpty() || known.equals(kind))
                .toList();
        return bin.page(kinds, words, request);
    }

    /** What was just deleted, while it can be undone at once. */
    @Nullable
    Deleted last(String code, Person reader) {
        return Subject.parse(code)
                .flatMap(some -> bin.find(some.getFirst()))
                .filter(deleted -> may(deleted.subject(), reader))
                .orElse(null);
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

    private static String inWords(Map<String, Long> resting, Person by) {
        Locale language = Locale.forLanguageTag(by.language());
        return resting.entrySet().stream()
                .map(e -> Messages.text(language, "bin.held." + e.getKey()) + ": " + e.getValue())
                .collect(Collectors.joining(", "));
    }
}
