package doppelpass.rules;

import java.util.Optional;

/** Follows a path of names from a subject over single relations. */
final class Reach {
    private Reach() {}

    /** The record at the end; the subject itself for an empty path. */
    static Optional<Subject> record(Subjects subjects, Subject from, String path) {
        Subject at = from;
        for (String name : path.isEmpty() ? new String[0] : path.split("\\.", -1)) {
            Relation relation = at.relations().get(name);
            if (relation == null || relation.many()) return Optional.empty();
            at = subjects.get(relation.target());
        }
        return Optional.of(at);
    }

    static Optional<SubjectField> field(Subjects subjects, Subject from, String path) {
        return record(subjects, from, owner(path))
                .flatMap(subject -> Optional.ofNullable(subject.fields().get(member(path))));
    }

    /** The relation to many records at the end. */
    static Optional<Relation> list(Subjects subjects, Subject from, String path) {
        return record(subjects, from, owner(path))
                .flatMap(subject -> Optional.ofNullable(subject.relations().get(member(path))))
                .filter(Relation::many);
    }

    private static String owner(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('.')));
    }

    private static String member(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
