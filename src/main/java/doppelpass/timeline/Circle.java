package doppelpass.timeline;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The records around a record: whom an entry about it names too, and whose entries its history holds. */
@Component
class Circle {
    private static final int MOST = 100;

    private final List<Ties> ties;

    Circle(List<Ties> ties) {
        this.ties = ties;
    }

    /** The same with what its deal names, and then its lead, where nothing was said. */
    About complete(About said) {
        About known = said;
        if (known.dealId() != null) known = with(known, Subject.deal(known.dealId()));
        if (known.leadId() != null) known = with(known, Subject.lead(known.leadId()));
        return known;
    }

    /** These, and what belongs to the first of them. */
    List<Subject> around(List<Subject> subjects) {
        Set<Subject> all = new LinkedHashSet<>(subjects);
        ties.forEach(some -> all.addAll(some.told(subjects.getFirst(), MOST)));
        return List.copyOf(all);
    }

    private About with(About known, Subject record) {
        return ties.stream()
                .map(some -> some.about(record))
                .flatMap(Optional::stream)
                .reduce(known, About::or);
    }
}
