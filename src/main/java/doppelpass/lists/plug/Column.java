package doppelpass.lists.plug;

import doppelpass.database.Along;
import java.util.List;
import org.jooq.Field;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A column of a list.
 *
 * @param label the message that names it
 * @param reads what is read of the listing's table; the shape says what each is
 * @param sort what orders the list by this column
 * @param along how indexes help to sort by it
 * @param editing how its cells are written; null where they are only read
 */
public record Column(
        String name,
        String label,
        Shape shape,
        List<Field<?>> reads,
        Field<?> sort,
        Along along,
        @Nullable Editing editing) {
    public Column {
        reads = List.copyOf(reads);
    }

    public Column(
            String name, String label, Shape shape, List<Field<?>> reads, Field<?> sort, @Nullable Editing editing) {
        this(name, label, shape, reads, sort, Along.NOTHING, editing);
    }

    /** Sorted by its first field, texts without regard to case. */
    public static Column of(String name, String label, Shape shape, Field<?>... reads) {
        Field<?> first = reads[0];
        return new Column(name, label, shape, List.of(reads), order(first), null);
    }

    public Column sortedBy(Field<?> order) {
        return new Column(name, label, shape, reads, order, Along.NOTHING, editing);
    }

    /** However many rows there are, the list is sorted by this at once. */
    public Column following(Field<?> fewValues) {
        return new Column(name, label, shape, reads, sort, new Along(fewValues, List.of()), editing);
    }

    /** The same where what it is sorted by is put together of several fields, each with an index. */
    public Column sortedAlong(Along.Way... ways) {
        return new Column(name, label, shape, reads, sort, new Along(null, List.of(ways)), editing);
    }

    public Column edited(Editing how) {
        return new Column(name, label, shape, reads, sort, along, how);
    }

    /** The same, only read. */
    public Column fixed() {
        return new Column(name, label, shape, reads, sort, along, null);
    }

    /** What is put together may be missing, whatever type its parts have: another table may have no such row. */
    @SuppressWarnings("unchecked")
    private static Field<?> order(Field<?> field) {
        Field<?> known = field instanceof TableField
                ? field
                : field.coerce(field.getDataType().null_());
        return known.getDataType().isString() ? DSL.lower((Field<String>) known) : known;
    }
}
