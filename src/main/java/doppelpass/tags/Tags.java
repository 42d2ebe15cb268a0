package doppelpass.tags;

import doppelpass.identity.Person;
import doppelpass.timeline.Subject;
import doppelpass.web.Refusal;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Labels people put on records; a kind is what rules call the record. */
@Component
public class Tags {
    static final int LONGEST = 40;
    static final int MOST = 30;

    private final TagTable table;
    private final Clock clock;

    Tags(TagTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    public List<String> of(String kind, long id) {
        return table.of(kind, id);
    }

    public List<String> of(Subject subject) {
        return of(subject.kind().code(), subject.id());
    }

    /** All tags by name, with how often they are used. */
    List<TagRow> all() {
        return table.all();
    }

    /**
     * Names beside commas: all that the record has from now on; with {@code +} in front it gets them too, with {@code -}
     * it loses them.
     */
    @Transactional
    public void tag(String kind, long id, String typed, Person by) {
        tag(kind, Set.of(id), typed, by);
    }

    /** The same for many records; refused if one of them would have too many. */
    @Transactional
    public void tag(String kind, Collection<Long> ids, String typed, Person by) {
        char how = typed.isEmpty() ? ' ' : typed.charAt(0);
        List<String> names = names(how == '+' || how == '-' ? typed.substring(1) : typed);
        if (how == '-') {
            table.remove(kind, ids, names);
            return;
        }
        table.know(names, by.id(), clock.instant());
        if (how != '+') table.keepOnly(kind, ids, names);
        table.add(kind, ids, names, by.id(), clock.instant());
        if (table.most(kind, ids) > MOST) throw Refusal.of("tags.error.tooMany", MOST);
    }

    @Transactional
    void rename(long id, String name) {
        List<String> one = names(name);
        if (one.size() != 1) throw Refusal.of("tags.error.name", LONGEST);
        if (table.named(one.getFirst(), id)) throw Refusal.conflict("tags.error.taken", one.getFirst());
        if (!table.rename(id, one.getFirst())) throw Refusal.notFound();
    }

    @Transactional
    void delete(long id) {
        if (!table.delete(id)) throw Refusal.notFound();
    }

    private static List<String> names(String typed) {
        List<String> names = Arrays.stream(typed.split(","))
                .map(name -> name.strip().replaceAll("\\s+", " "))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        boolean wrong = names.stream()
                .anyMatch(name -> name.length() > LONGEST || name.startsWith("+") || name.startsWith("-"));
        if (wrong) throw Refusal.of("tags.error.name", LONGEST);
        return names;
    }
}
