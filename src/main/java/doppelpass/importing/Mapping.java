package doppelpass.importing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a file fills which field of an object, as saved and as written in a mapping file. One column may fill
 * several fields. The field {@code source_id} is the record's id in its own system. With {@code match} {@code likely} a row
 * that most probably is a record known here changes it; without it that is only remarked.
 */
record Mapping(
        String object,
        @Nullable List<Column> columns,
        @Nullable Map<String, String> constants,
        @Nullable String numbers,
        @Nullable String dates,
        @Nullable String encoding,
        @Nullable String delimiter,
        @Nullable String match) {
    static final String ID = "source_id";

    Mapping {
        columns = columns == null ? List.of() : List.copyOf(columns);
        constants = constants == null ? Map.of() : Map.copyOf(constants);
    }

    /** Whether rows are taken for records they look like. */
    boolean matches() {
        return "likely".equals(match);
    }

    @Override
    public List<Column> columns() {
        return Objects.requireNonNull(columns);
    }

    @Override
    public Map<String, String> constants() {
        return Objects.requireNonNull(constants);
    }

    /**
     * {@code values} replaces what the file says (upper and lower case alike), {@code otherwise} what it does not list,
     * {@code none} counts as empty, {@code empty} is taken for an empty cell. A link's {@code by} is {@code source_id}
     * (the other record's id in its system) or {@code name} (a company's, campaign's or colleague's name, a contact's
     * mail address).
     */
    record Column(
            String column,
            String field,
            @Nullable String by,
            @Nullable Map<String, String> values,
            @Nullable String otherwise,
            @Nullable List<String> none,
            @Nullable String empty) {

        static Column of(String column, String field) {
            return new Column(column, field, null, null, null, null, null);
        }

        Column linkedBy(String key) {
            return new Column(column, field, key, values, otherwise, none, empty);
        }

        boolean byName() {
            return "name".equals(by);
        }

        /** The cell after its replacements; null means empty. */
        @Nullable
        String replaced(String cell) {
            String text = cell.strip();
            if (text.isEmpty() || none != null && none.contains(text)) {
                return empty;
            }
            if (values == null || values.isEmpty()) {
                return text;
            }
            String lower = text.toLowerCase(Locale.ROOT);
            return values.entrySet().stream()
                    .filter(e -> e.getKey().toLowerCase(Locale.ROOT).equals(lower))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(otherwise == null ? text : otherwise);
        }
    }
}
