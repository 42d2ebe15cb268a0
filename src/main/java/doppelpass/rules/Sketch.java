package doppelpass.rules;

import java.util.List;

/**
 * A rule as the builder shows it: conditions in groups. Values are kept as typed; what is not complete yet has a place
 * in the sketch, but none in its text. Paths start at the record in question: {@code source}, {@code company.industry}.
 */
sealed interface Sketch {
    /** How many groups and lists may lie within one another, the outermost not counted. */
    int DEPTH = 3;

    /** All parts must hold, or any of them. */
    record Group(boolean all, List<Sketch> parts) implements Sketch {
        static final Group EMPTY = new Group(true, List.of());

        public Group {
            parts = List.copyOf(parts);
        }
    }

    record Condition(String path, Operator operator, List<String> values) implements Sketch {
        public Condition {
            values = List.copyOf(values);
        }
    }

    enum Quantity {
        SOME,
        NONE,
        AT_LEAST,
        ALL
    }

    /** How many related records must meet the group; the count matters to AT_LEAST only. */
    record Related(String path, Quantity quantity, String count, Group group) implements Sketch {}

    /** A term of the glossary applies to the record at the path, or does not. */
    record TermIs(String path, String term, boolean yes) implements Sketch {}
}
