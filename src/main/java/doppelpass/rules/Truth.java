package doppelpass.rules;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The checked tree of a rule: all that is true or false. SQL and memory read the same tree. */
sealed interface Truth {
    Truth ALWAYS = new Fixed(true);

    /** The values a leaf tests; it is false if one of them is missing. */
    default List<Value> values() {
        return List.of();
    }

    /** All values a leaf reads. */
    default List<Value> operands() {
        return values();
    }

    /** A leaf is never unknown: false when it meets a missing value. */
    default boolean leaf() {
        return !values().isEmpty();
    }

    record Fixed(boolean holds) implements Truth {}

    record And(List<Truth> parts) implements Truth {}

    record Or(List<Truth> parts) implements Truth {}

    record Not(Truth inner) implements Truth {}

    record Choice(Truth condition, Truth then, Truth otherwise) implements Truth {}

    record Compare(Comparison comparison, Value left, Value right) implements Truth {
        @Override
        public List<Value> values() {
            return List.of(left, right);
        }
    }

    /** Missing options match nothing. */
    record OneOf(Value value, List<Value> options) implements Truth {
        @Override
        public List<Value> values() {
            return List.of(value);
        }

        @Override
        public List<Value> operands() {
            return Stream.concat(Stream.of(value), options.stream()).toList();
        }
    }

    /** A boolean value on its own. */
    record Flag(Value value) implements Truth {
        @Override
        public List<Value> values() {
            return List.of(value);
        }
    }

    enum Part {
        STARTS,
        ENDS,
        CONTAINS
    }

    record HasPart(Part part, Value text, Value searched) implements Truth {
        @Override
        public List<Value> values() {
            return List.of(text, searched);
        }
    }

    record Matches(Value text, TextPattern pattern) implements Truth {
        @Override
        public List<Value> values() {
            return List.of(text);
        }
    }

    record Present(Value.Column column) implements Truth {
        @Override
        public List<Value> values() {
            return List.of(column);
        }
    }

    /** A related record exists. */
    record Linked(Path path) implements Truth {}

    enum Quantifier {
        SOME,
        ALL,
        ONE
    }

    record Quantified(Quantifier quantifier, Items items, Truth condition) implements Truth {}

    /** A term about the record at the path, its rule inlined over the inner variable; false if there is no record. */
    record Term(String name, Path path, Variable inner, Truth rule) implements Truth {}

    /** A text is an element of a list. */
    record Among(Value value, Items.Texts list) implements Truth {
        @Override
        public List<Value> values() {
            return List.of(value, list.column());
        }
    }

    /** A conjunction without needless nesting. */
    static Truth and(List<Truth> parts) {
        return parts.size() == 1 ? parts.getFirst() : new And(parts);
    }

    static Truth both(@Nullable Truth first, Truth second) {
        return first == null ? second : new And(List.of(first, second));
    }
}
