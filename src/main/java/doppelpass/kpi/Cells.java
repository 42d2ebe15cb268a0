package doppelpass.kpi;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Quantities by place in the grid and group; what is missing has the value of an empty set of facts. */
record Cells(Map<Cell, Quantity> filled, Quantity empty) {

    /** The group is null for "without a value", and when the grid is not cut. */
    record Cell(int place, @Nullable String group) {}

    Quantity at(Cell cell) {
        return filled.getOrDefault(cell, empty);
    }

    /** Computes cell by cell. */
    static Cells combine(List<Cells> parts, Function<List<Quantity>, Quantity> operation) {
        Set<Cell> cells = new LinkedHashSet<>();
        parts.forEach(part -> cells.addAll(part.filled.keySet()));
        Map<Cell, Quantity> combined = new HashMap<>();
        cells.forEach(cell -> combined.put(
                cell, operation.apply(parts.stream().map(p -> p.at(cell)).toList())));
        return new Cells(
                combined, operation.apply(parts.stream().map(Cells::empty).toList()));
    }
}
