package doppelpass.records;

import doppelpass.identity.Person;
import doppelpass.identity.Rights;
import doppelpass.timeline.Naming;
import doppelpass.timeline.Subject;
import doppelpass.web.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who may open which record: what hangs on a record is for those alone, also by its own address. */
@Component
public class Access {
    private final Rights rights;
    private final Naming naming;

    Access(Rights rights, Naming naming) {
        this.rights = rights;
        this.naming = naming;
    }

    /** The record of an address such as {@code contact-5}; for whoever may not open it there is none. */
    public Subject demand(String code, Person reader) {
        Subject record = Subject.parse(code)
                .filter(some -> some.size() == 1)
                .orElseThrow(Refusal::notFound)
                .getFirst();
        return demand(record, reader);
    }

    public Subject demand(Subject record, Person reader) {
        if (!opens(record, reader.roles()) || !naming.know(List.of(record))) throw Refusal.notFound();
        return record;
    }

    /** As {@link #demand(String, Person)}, for whoever may also change the record. */
    public Subject demandChange(String code, Person reader) {
        Subject record = demand(code, reader);
        if (!rights.route("PUT", record.url())
                .map(route -> route.allows(reader.roles()))
                .orElse(false)) throw Refusal.forbidden("records.error.readOnly");
        return record;
    }

    public boolean opens(Subject record, Set<String> roles) {
        return rights.route("GET", record.url())
                .map(route -> route.allows(roles))
                .orElse(false);
    }

    /** The kinds of records that these roles may open, by their codes. */
    public Set<String> kinds(Set<String> roles) {
        return Arrays.stream(Subject.Kind.values())
                .filter(kind -> opens(new Subject(kind, 0), roles))
                .map(Subject.Kind::code)
                .collect(Collectors.toUnmodifiableSet());
    }
}
