package doppelpass.database;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What lies over the fields of a reader: which they may not see or write, and which relations stand where those fields are
 * left out. A relation that a statement changes stays itself: what its columns tell is then refused by the database.
 */
public final class Veil {
    public static final Veil NONE = new Veil(Map.of(), Map.of());

    /** What stands in a text is no statement. */
    private static final String LITERAL = "'(?:[^']++|'')*+'";

    private final Map<String, FieldRight> fields;
    private final Map<String, String> schemas;
    private final Pattern relations;
    private final Pattern written;

    /**
     * @param fields {@code deal.amount} and the like
     * @param schemas for {@code deals.deal} the schema in which the relation of this name hides what is hidden
     */
    public Veil(Map<String, FieldRight> fields, Map<String, String> schemas) {
        this.fields = Map.copyOf(fields);
        this.schemas = Map.copyOf(schemas);
        String names = schemas.keySet().stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .map(name -> "(?:" + quoted(name.substring(0, name.indexOf('.'))) + "\\."
                        + quoted(name.substring(name.indexOf('.') + 1)) + ")")
                .collect(Collectors.joining("|"));
        String relation = "(?<![\\w.\"$])(" + names + ")(?![\\w$\"])";
        this.relations = Pattern.compile(LITERAL + "|" + relation);
        this.written = Pattern.compile(
                LITERAL + "|\\b(?:insert\\s+into|update|delete\\s+from|merge\\s+into)\\s+(?:only\\s+)?" + relation,
                Pattern.CASE_INSENSITIVE);
    }

    FieldRight right(String kind, String field) {
        return fields.getOrDefault(kind + "." + field, FieldRight.VISIBLE);
    }

    Set<String> fields(FieldRight right) {
        return fields.entrySet().stream()
                .filter(field -> field.getValue() == right)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** A statement that reads what the reader may see. */
    String over(String sql) {
        if (schemas.isEmpty()) return sql;
        Set<String> themselves = new HashSet<>();
        Matcher writes = written.matcher(sql);
        while (writes.find()) if (writes.group(1) != null) themselves.add(plain(writes.group(1)));
        return relations.matcher(sql).replaceAll(found -> {
            String relation = found.group(1);
            if (relation == null || themselves.contains(plain(relation)))
                return Matcher.quoteReplacement(found.group());
            List<String> parts = List.of(plain(relation).split("\\.", 2));
            return Matcher.quoteReplacement("\"" + schemas.get(plain(relation)) + "\".\"" + parts.getLast() + "\"");
        });
    }

    private static String quoted(String name) {
        return "\"?" + Pattern.quote(name) + "\"?";
    }

    private static String plain(String relation) {
        return relation.replace("\"", "");
    }
}
