package doppelpass.api;

import doppelpass.lists.plug.Column;
import doppelpass.lists.plug.EntryField;
import doppelpass.lists.plug.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of a record as programs know it.
 *
 * @param column what is read of it; null where it is only written
 * @param own whether the record's module enters it; if not, the column's cells are written
 */
record ApiField(
        String name,
        String label,
        Kind kind,
        Writes writes,
        boolean required,
        List<String> choices,
        @Nullable String target,
        boolean named,
        @Nullable Column column,
        boolean own) {
    /** When it can be sent. */
    enum Writes {
        NEVER,
        FIRST,
        ALWAYS
    }

    static ApiField entered(EntryField field, @Nullable Column column) {
        return new ApiField(
                field.name(),
                column == null ? field.label() : column.label(),
                field.kind(),
                field.once() ? Writes.FIRST : Writes.ALWAYS,
                field.required(),
                field.choices(),
                field.target(),
                field.named(),
                column,
                true);
    }

    boolean reads() {
        return column != null;
    }
}
