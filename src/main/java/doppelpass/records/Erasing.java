package doppelpass.records;

import doppelpass.timeline.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Socket: what a module keeps of a person is taken away for good. Asked with everybody's eyes, in the transaction of the
 * erasure; what figures count stays, without a word that says of whom.
 */
public interface Erasing {
    /** Records of the module that stand for the same person: a contact's leads, the numbers it had before it was merged. */
    default Set<Subject> also(Subject record) {
        return Set.of();
    }

    /** Whether the module has it although it has no page any more. */
    default boolean holds(Subject record) {
        return false;
    }

    /** Numbers of other things about these whose changes the audit knows, by the kind it knows them by; asked before. */
    default Map<String, Set<Long>> noted(Set<Subject> records) {
        return Map.of();
    }

    /** Empties or removes; says how many of what. */
    List<Taken> erase(Set<Subject> records);

    /** @param label a message key, the plural */
    record Taken(String label, long many) {}
}
