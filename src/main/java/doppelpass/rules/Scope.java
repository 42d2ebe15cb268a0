package doppelpass.rules;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variables visible at a point of a rule, and how deep that point lies. */
record Scope(Map<String, Variable> variables, int depth, int lists) {

    static Scope of(String name, Variable variable) {
        return new Scope(Map.of(name, variable), 0, 0);
    }

    @Nullable
    Variable find(String name) {
        return variables.get(name);
    }

    Scope deeper() {
        return new Scope(variables, depth + 1, lists);
    }

    /** Inside a list, where its variable may hide an outer one. */
    Scope inside(String name, Variable variable) {
        Map<String, Variable> more = new HashMap<>(variables);
        more.put(name, variable);
        return new Scope(more, depth + 1, lists + 1);
    }
}
