package doppelpass.rules;

import java.util.List;

/** Socket: a module tells what rules may speak about. Asked at each check, so custom fields may come and go. */
@FunctionalInterface
public interface SubjectPlug {
    List<Subject> subjects();
}
