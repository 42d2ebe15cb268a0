package doppelpass.importing;

import doppelpass.web.Messages;
import doppelpass.web.Words;
import org.jspecify.annotations.Nullable;

/** A refused row, or something worth knowing about a row that went in; {@code label} names a field that people made up. */
public record RemarkRow(
        String file,
        long row,
        boolean refused,
        String field,
        String value,
        String reason,
        @Nullable String label) {
    private static final String OWN = "x_";

    /** The field in the reader's words; one that people made up and archived since by what its name was made of. */
    public String fieldName() {
        if (field.isEmpty()) return Words.NONE;
        String key = label == null ? "importing.field." + field : label;
        return label != null || Messages.has(key)
                ? Words.t(key)
                : field.startsWith(OWN) ? field.substring(OWN.length()) : field;
    }
}
