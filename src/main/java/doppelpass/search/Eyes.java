package doppelpass.search;

import doppelpass.database.Seeing;
import doppelpass.search.plug.Findable;
import doppelpass.search.plug.Findable.Source;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Table;

/** What a reader sees of the tables that a search asks, written down while it asks with everybody's eyes. */
record Eyes(Map<List<String>, Seen> tables) {
    /** Which rows, and by what they are found. */
    record Seen(Condition rows, List<Condition> entries) {}

    static Eyes of(Seeing seeing, List<Findable> kinds) {
        Map<List<String>, Seen> tables = new HashMap<>();
        kinds.stream().map(Findable::source).flatMap(Eyes::asked).forEach(key -> {
            String rows = key.getFirst();
            String as = key.getLast();
            tables.computeIfAbsent(key, k -> new Seen(seeing.rows(rows, as), seeing.entries(rows, as)));
        });
        return new Eyes(tables);
    }

    private static Stream<List<String>> asked(Source source) {
        Stream<List<String>> others = Stream.of(source.via(), source.holder())
                .filter(Objects::nonNull)
                .map(via -> key(via.rows(), via.table()));
        return Stream.concat(Stream.of(key(source.rows(), source.table())), others);
    }

    private static List<String> key(String rows, Table<?> table) {
        return List.of(rows, table.getName());
    }

    Seen of(String rows, Table<?> table) {
        return Objects.requireNonNull(tables.get(key(rows, table)));
    }
}
