package doppelpass.lists;

import static doppelpass.web.Words.number;
import static doppelpass.web.Words.t;

import doppelpass.lists.plug.Column;
import doppelpass.lists.plug.Editing;
import doppelpass.lists.plug.RecordList;
import org.jspecify.annotations.Nullable;

/**
 * A change of many records in words, as its reader may see it.
 *
 * @param name the message that names its list
 * @param column null where the records themselves were deleted
 * @param own whether the reader asked for it: only they stop it or take it back
 */
public record BulkReport(
        Bulk bulk, RecordList list, String name, @Nullable Column column, boolean own) {

    /** One sentence with the number of records. */
    public String what() {
        return t("lists.bulk." + key(), number(bulk.total()), column == null ? "" : t(column.label()), value());
    }

    /** The same as a line of a table that tells the number elsewhere. */
    public String briefly() {
        return t("lists.bulks." + key(), column == null ? "" : t(column.label()), value());
    }

    public String title() {
        if (bulk.undoOf() != null) return t("lists.bulk.undo.title");
        return t(column == null ? "lists.bulk.delete.title" : "lists.bulk.title");
    }

    public String counts() {
        return t(
                column == null && bulk.undoOf() == null ? "lists.bulk.delete.counts" : "lists.bulk.counts",
                number(bulk.changed()),
                number(bulk.same()),
                number(bulk.refused()));
    }

    private String key() {
        String undo = bulk.undoOf() == null ? "" : "undo.";
        return undo + (column == null ? "delete." : "") + "what" + (names() && undo.isEmpty() ? bulk.how() : "");
    }

    private String value() {
        String plain = names() ? bulk.plain() : bulk.value();
        if (plain.isEmpty()) return t("lists.bulk.empty");
        return column == null || column.editing() == null
                ? plain
                : column.editing().label().apply(plain);
    }

    private boolean names() {
        return column != null && column.editing() != null && column.editing().input() == Editing.Input.TAGS;
    }
}
