package doppelpass.rules;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The tree of a rule and what is needed to run it. */
record Body(Subject subject, Variable root, List<Part> parts, int slots) {

    /** One operand of the outermost AND, with its text. */
    record Part(String text, Truth truth) {}

    Body {
        parts = List.copyOf(parts);
    }

    static Truth whole(List<Part> parts) {
        return Truth.and(parts.stream().map(Part::truth).toList());
    }

    Condition condition(Truth truth, boolean met, Table<?> alias, Instant now) {
        return new SqlTruth(scope(alias), Memory.timeOnly(now)).condition(truth, met);
    }

    SqlScope scope(Table<?> alias) {
        return SqlScope.of(root, alias);
    }

    Memory memory(Map<String, ? extends @Nullable Object> values, Instant now) {
        Memory memory = new Memory(now, slots);
        memory.bind(root, values);
        return memory;
    }
}
