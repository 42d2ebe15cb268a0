package doppelpass.rules;

import java.util.ArrayList;
import java.util.List;

/** The columns a value is computed from. */
final class Columns {
    private Columns() {}

    static List<Value.Column> of(Value value) {
        if (value instanceof Value.Column column) return List.of(column);
        List<Value.Column> columns = new ArrayList<>();
        for (Value part : value.parts()) columns.addAll(of(part));
        return columns;
    }
}
