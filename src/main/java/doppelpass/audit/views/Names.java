package doppelpass.audit.views;

import doppelpass.timeline.Subject;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the ids on one page are called, asked for once. */
public record Names(Map<Subject, String> records, Map<Long, String> people, Map<Long, String> teams) {

    /** The record that a kind and an id mean, if it has a page. */
    public static Optional<Subject> subject(String kind, @Nullable Long id) {
        if (id == null) return Optional.empty();
        for (Subject.Kind known : Subject.Kind.values()) {
            if (known.code().equals(kind)) return Optional.of(new Subject(known, id));
        }
        return Optional.empty();
    }

    /** What a column such as {@code owner_id} points to, by the words of its name. */
    Optional<String> of(String field, long id) {
        String target = field.replaceFirst("_id$", "").toLowerCase(Locale.ROOT);
        if (target.endsWith("team")) return Optional.ofNullable(teams.get(id));
        Optional<Subject> subject = subject(target.equals("parent") ? "company" : target, id);
        return subject.isPresent()
                ? subject.map(records::get)
                : person(field) ? Optional.ofNullable(people.get(id)) : Optional.empty();
    }

    public static boolean person(String field) {
        return Set.of("owner_id", "person_id", "assignee_id", "author_id").contains(field) || field.endsWith("_by");
    }
}
