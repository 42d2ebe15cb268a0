package doppelpass.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** All subjects of one moment, extensions merged in. */
public final class Subjects {
    private final Map<String, Subject> byName = new LinkedHashMap<>();

    private final Known known = new Known();

    private Subjects() {}

    /** Merges by name; a subject declared twice or a relation that leads nowhere is a bug of the module. */
    static Subjects of(Collection<Subject> parts) {
        Subjects subjects = new Subjects();
        parts.stream().filter(part -> !part.extension()).forEach(subjects::declare);
        parts.stream().filter(Subject::extension).forEach(subjects::extend);
        subjects.byName.values().forEach(subjects::checkTargets);
        return subjects;
    }

    public Optional<Subject> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public List<Subject> all() {
        return new ArrayList<>(byName.values());
    }

    /** What was understood before about these subjects. */
    Known known() {
        return known;
    }

    Subject get(String name) {
        return Objects.requireNonNull(byName.get(name), () -> "No module declares the subject " + name);
    }

    private void declare(Subject subject) {
        if (byName.put(subject.name(), subject) != null)
            throw new IllegalStateException("Two modules declare the subject " + subject.name());
    }

    private void extend(Subject extension) {
        byName.put(extension.name(), get(extension.name()).extendedBy(extension));
    }

    private void checkTargets(Subject subject) {
        subject.relations().values().forEach(relation -> get(relation.target()));
    }
}
