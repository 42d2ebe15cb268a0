package doppelpass.rules;

import java.util.List;

/** Socket: a module tells what rules may speak about. Asked at each check, so custom fields may come and go. */
@FunctionalInterface
public interface SubjectPlug {
    List<Subject> subjects();

    /** Equal as long as the subjects are the same; modules whose subjects come and go say what they depend on. */
    default Object stamp() {
        return "";
    }
}
