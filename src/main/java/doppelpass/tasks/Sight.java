package doppelpass.tasks;

import doppelpass.identity.Person;
import doppelpass.identity.Rights;
import doppelpass.timeline.Subject;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whose business a task is: of those it belongs to, and of whoever may open the record it is about. */
@Component
class Sight {
    private final Rights rights;

    Sight(Rights rights) {
        this.rights = rights;
    }

    /** One reader and the kinds of records that reader may open. */
    record Eyes(long person, Set<String> kinds) {}

    Eyes of(Person reader) {
        return new Eyes(
                reader.id(),
                Arrays.stream(Subject.Kind.values())
                        .filter(kind -> opens(new Subject(kind, 0), reader))
                        .map(Subject.Kind::code)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    boolean opens(Subject subject, Person reader) {
        return may("GET", subject.url(), reader);
    }

    /** Whether somebody works with tasks at all. */
    boolean works(Person person) {
        return may("PUT", "/tasks/0", person);
    }

    private boolean may(String method, String path, Person reader) {
        return rights.route(method, path)
                .map(route -> route.allows(reader.roles()))
                .orElse(false);
    }
}
