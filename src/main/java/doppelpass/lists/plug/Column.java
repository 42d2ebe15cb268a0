package doppelpass.lists.plug;

import java.util.List;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A column of a list.
 *
 * @param label the message that names it
 * @param reads what is read of the listing's table; the shape says what each is
 * @param sort what orders the list by this column
 * @param key what it is sorted by follows from this, which has few values and an index with the id behind it; or null
 * @param editing how its cells are written; null where they are only read
 */
public record Column(
        String name,
        String label,
        Shape shape,
        List<Field<?>> reads,
        Field<?> sort,
        @Nullable Field<?> key,
        @Nullable Editing editing) {
    public Column {
        reads = List.copyOf(reads);
    }

    public Column(
            String name, String label, Shape shape, List<Field<?>> reads, Field<?> sort, @Nullable Editing editing) {
        this(name, label, shape, reads, sort, null, editing);
    }

    /** Sorted by its first field, texts without regard to case. */
    public static Column of(String name, String label, Shape shape, Field<?>... reads) {
        Field<?> first = reads[0];
        return new Column(name, label, shape, List.of(reads), order(first), null);
    }

    public Column sortedBy(Field<?> order) {
        return new Column(name, label, shape, reads, order, null, editing);
    }

    /** However many rows there are, the list is sorted by this at once. */
    public Column following(Field<?> fewValues) {
        return new Column(name, label, shape, reads, sort, fewValues, editing);
    }

    public Column edited(Editing how) {
        return new Column(name, label, shape, reads, sort, key, how);
    }

    /** The same, only read. */
    public Column fixed() {
        return new Column(name, label, shape, reads, sort, key, null);
    }

    @SuppressWarnings("unchecked")
    private static Field<?> order(Field<?> field) {
        return field.getDataType().isString() ? DSL.lower((Field<String>) field) : field;
    }
}
