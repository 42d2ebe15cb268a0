package doppelpass.timeline;

import doppelpass.core.Page;
import doppelpass.timeline.views.HistoryEntry;
import doppelpass.timeline.views.Named;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Asks whoever keeps the records for their names, once per kind and page. */
@Component
public class Naming {
    private final List<SubjectNames> keepers;

    Naming(List<SubjectNames> keepers) {
        this.keepers = keepers;
    }

    /** Whether all of them exist, as far as somebody keeps their kind. */
    public boolean know(List<Subject> subjects) {
        Map<Subject, String> names = names(subjects.stream());
        return subjects.stream()
                .filter(subject -> keepers.stream().anyMatch(k -> k.kinds().contains(subject.kind())))
                .allMatch(names::containsKey);
    }

    Page<HistoryEntry> entries(Page<HistoryEntry> page) {
        Map<Subject, String> names = names(page.rows().stream().flatMap(e -> e.about().subjects().stream()));
        return page.map(entry -> entry.named(named(entry.about(), names)));
    }

    private static List<Named> named(About about, Map<Subject, String> names) {
        return about.subjects().stream()
                .filter(names::containsKey)
                .map(subject -> new Named(subject, names.getOrDefault(subject, "")))
                .toList();
    }

    /** What these are called; those that do not exist are left out. */
    public Map<Subject, String> names(Collection<Subject> subjects) {
        return names(subjects.stream());
    }

    /** The names of records that are written {@code contact-5}, in this order; empty where there is none. */
    public List<String> read(List<String> codes) {
        List<Optional<Subject>> subjects = codes.stream()
                .map(code -> Subject.parse(code).map(List::getFirst))
                .toList();
        Map<Subject, String> names = names(subjects.stream().flatMap(Optional::stream));
        return subjects.stream()
                .map(subject ->
                        subject.map(known -> names.getOrDefault(known, "")).orElse(""))
                .toList();
    }

    public Map<Subject, String> names(Stream<Subject> subjects) {
        Map<Subject.Kind, Set<Long>> ids = new EnumMap<>(Subject.Kind.class);
        subjects.forEach(
                s -> ids.computeIfAbsent(s.kind(), k -> new HashSet<>()).add(s.id()));
        Map<Subject, String> names = new HashMap<>();
        ids.forEach((kind, wanted) -> keepers.stream()
                .filter(keeper -> keeper.kinds().contains(kind))
                .forEach(keeper ->
                        keeper.names(kind, wanted).forEach((id, name) -> names.put(new Subject(kind, id), name))));
        return names;
    }
}
