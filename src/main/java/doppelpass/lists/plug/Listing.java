package doppelpass.lists.plug;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * What a list of records can show.
 *
 * @param name its address without the slash, {@code leads}
 * @param subject what rules call one of its records; its table is this table
 * @param filters parameters of the address that are search and quick filters
 * @param usual the columns shown unless others are chosen
 * @param sort the column that sorts it unless another is chosen
 * @param calendar how it is laid out by days; null where it is not
 * @param board whether it is also laid out as a board
 */
public record Listing(
        String name,
        String subject,
        Table<?> table,
        Field<Long> id,
        Set<String> filters,
        List<Column> columns,
        List<String> usual,
        String sort,
        boolean descending,
        @Nullable Calendar calendar,
        boolean board) {
    public Listing {
        filters = Set.copyOf(filters);
        columns = List.copyOf(columns);
        usual = List.copyOf(usual);
    }

    public Listing with(List<Column> more) {
        List<Column> all = new ArrayList<>(columns);
        all.addAll(more);
        return new Listing(name, subject, table, id, filters, all, usual, sort, descending, calendar, board);
    }

    /** The same without the columns of these names; sorted by the first that is left if it was by one of them. */
    public Listing without(Predicate<String> hidden) {
        List<Column> left =
                columns.stream().filter(column -> !hidden.test(column.name())).toList();
        boolean sorted = left.stream().anyMatch(column -> column.name().equals(sort));
        return new Listing(
                name,
                subject,
                table,
                id,
                filters,
                left,
                usual.stream().filter(column -> !hidden.test(column)).toList(),
                sorted ? sort : left.getFirst().name(),
                sorted && descending,
                calendar == null || hidden.test(calendar.field()) ? null : calendar,
                board);
    }

    public Listing each(UnaryOperator<Column> change) {
        List<Column> changed = columns.stream().map(change).toList();
        return new Listing(name, subject, table, id, filters, changed, usual, sort, descending, calendar, board);
    }

    /** A list that is only a table. */
    public Listing(
            String name,
            String subject,
            Table<?> table,
            Field<Long> id,
            Set<String> filters,
            List<Column> columns,
            List<String> usual,
            String sort,
            boolean descending) {
        this(name, subject, table, id, filters, columns, usual, sort, descending, null, false);
    }

    public Listing by(Calendar days) {
        return new Listing(name, subject, table, id, filters, columns, usual, sort, descending, days, board);
    }

    /** The same, laid out as a board too. */
    public Listing boarded() {
        return new Listing(name, subject, table, id, filters, columns, usual, sort, descending, calendar, true);
    }

    public String path() {
        return "/" + name;
    }

    public Optional<Column> column(String column) {
        return columns.stream().filter(c -> c.name().equals(column)).findFirst();
    }

    /** What each column is sorted by. */
    public Map<String, Field<?>> sorts() {
        Map<String, Field<?>> sorts = new LinkedHashMap<>();
        columns.forEach(column -> sorts.put(column.name(), column.sort()));
        return sorts;
    }
}
