package doppelpass.api;

import doppelpass.lists.plug.Column;
import doppelpass.lists.plug.Editing;
import doppelpass.lists.plug.EntryField;
import doppelpass.lists.plug.Kind;
import doppelpass.lists.plug.Shape;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the columns of a list are to programs. */
final class Columns {
    private Columns() {}

    /** Colleagues are shown by their names; programs get their numbers too. */
    static Column read(Column column) {
        return person(column)
                ? new Column(
                        column.name(),
                        column.label(),
                        new Shape.Link("/" + EntryField.PEOPLE + "/"),
                        List.of(
                                column.reads().getFirst(),
                                Objects.requireNonNull(column.editing()).value()),
                        column.sort(),
                        column.along(),
                        column.editing())
                : column;
    }

    /** A field that is no value of an entry: read, and written cell by cell where cells can be. */
    static ApiField field(Column column) {
        Editing editing = column.editing();
        boolean offered = editing != null
                && (editing.input() == Editing.Input.CHOICE || kind(column) == Kind.TEXTS && custom(column))
                && kind(column) != Kind.LINK
                && kind(column) != Kind.FLAG;
        return new ApiField(
                column.name(),
                column.label(),
                kind(column),
                editing == null ? ApiField.Writes.NEVER : ApiField.Writes.ALWAYS,
                editing != null && editing.required(),
                offered ? Objects.requireNonNull(editing).choices().get() : List.of(),
                target(column),
                false,
                column,
                false);
    }

    static Kind kind(Column column) {
        return switch (column.shape()) {
            case Shape.Text text -> Kind.TEXT;
            case Shape.Title title -> Kind.TEXT;
            case Shape.Reach reach -> Kind.TEXT;
            case Shape.Tag tag -> Kind.TEXT;
            case Shape.Link link -> Kind.LINK;
            case Shape.Code code -> column.reads().getFirst().getType() == Boolean.class ? Kind.FLAG : Kind.CHOICE;
            case Shape.Moment moment -> Kind.MOMENT;
            case Shape.Day day -> Kind.DAY;
            case Shape.Tags tags -> Kind.TEXTS;
            case Shape.Number number -> Kind.NUMBER;
            case Shape.Money money -> Kind.MONEY;
        };
    }

    /** The list a link leads to; null where it leads to records of several. */
    static @Nullable String target(Column column) {
        return column.shape() instanceof Shape.Link link && link.path().length() > 2
                ? link.path().substring(1, link.path().length() - 1)
                : null;
    }

    private static boolean custom(Column column) {
        return column.name().startsWith("x_");
    }

    private static boolean person(Column column) {
        Editing editing = column.editing();
        return editing != null
                && column.shape() instanceof Shape.Text
                && editing.input() == Editing.Input.CHOICE
                && editing.value().getType() == Long.class;
    }
}
