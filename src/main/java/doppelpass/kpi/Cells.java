package doppelpass.kpi;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Quantities by place in the grid and group; what is missing has the value of an empty set of facts. In {@code running}
 * places something has no end yet and grows with time alone.
 */
record Cells(Map<Cell, Quantity> filled, Quantity empty, Set<Integer> running) {

    Cells(Map<Cell, Quantity> filled, Quantity empty) {
        this(filled, empty, Set.of());
    }

    /** The group is null for "without a value", and when the grid is not cut. */
    record Cell(int place, @Nullable String group) {}

    Quantity at(Cell cell) {
        return filled.getOrDefault(cell, empty);
    }

    /** The groups of one place; the empty one are facts without a value. */
    Map<Optional<String>, Quantity> groups(int place) {
        Map<Optional<String>, Quantity> groups = new HashMap<>();
        filled.forEach((cell, quantity) -> {
            if (cell.place() == place) groups.put(Optional.ofNullable(cell.group()), quantity);
        });
        return groups;
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
