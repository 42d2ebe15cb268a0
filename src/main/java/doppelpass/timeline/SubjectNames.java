package doppelpass.timeline;

import java.util.Map;
import java.util.Set;

/** Plug: whoever keeps a kind of record tells what its records are called; ids that do not exist are left out. */
public interface SubjectNames {
    Set<Subject.Kind> kinds();

    Map<Long, String> names(Subject.Kind kind, Set<Long> ids);
}
