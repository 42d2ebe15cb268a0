package doppelpass.bin;

import doppelpass.timeline.Moves;
import doppelpass.timeline.Subject;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Rows that pointed to a record which went into another one while they lay in the bin point to that. */
@Component
class Followed {
    private final Family family;
    private final List<Successors> successors;
    private final List<Moves> moves;
    private final Map<Subject.Kind, String> tables = new EnumMap<>(Subject.Kind.class);

    Followed(Family family, List<Successors> successors, List<Moves> moves, List<Deletable> deletables) {
        this.family = family;
        this.successors = successors;
        this.moves = moves;
        deletables.forEach(deletable -> tables.putAll(deletable.tables()));
    }

    void follow(String table, ArrayNode rows) {
        pointing(table).forEach((column, target) -> follow(rows, column, target));
        tables.forEach((kind, target) -> follow(about(rows, kind), "record_id", target));
    }

    /** By a foreign key, or as whoever keeps the rows says. */
    private Map<String, String> pointing(String table) {
        Map<String, String> pointing = new LinkedHashMap<>(family.pointing(table));
        moves.stream()
                .flatMap(plug -> plug.references().stream())
                .filter(reference -> reference.table().equals(table) && tables.containsKey(reference.kind()))
                .forEach(reference -> pointing.put(reference.column(), tables.getOrDefault(reference.kind(), "")));
        return pointing;
    }

    /** Those that name a record of this kind by two columns. */
    private static List<JsonNode> about(ArrayNode rows, Subject.Kind kind) {
        return rows.valueStream()
                .filter(row -> row.path("kind").asString("").equals(kind.code()) && row.hasNonNull("record_id"))
                .toList();
    }

    private void follow(Iterable<JsonNode> rows, String column, String target) {
        Set<Long> ids = new HashSet<>();
        rows.forEach(row -> {
            if (row.hasNonNull(column)) ids.add(row.get(column).asLong());
        });
        Map<Long, Long> heirs = new HashMap<>();
        if (!ids.isEmpty()) successors.forEach(known -> heirs.putAll(known.of(target, ids)));
        rows.forEach(row -> {
            Long heir = row.hasNonNull(column) ? heirs.get(row.get(column).asLong()) : null;
            if (heir != null) ((ObjectNode) row).put(column, heir);
        });
    }
}
