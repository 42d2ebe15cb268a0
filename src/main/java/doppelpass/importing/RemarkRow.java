package doppelpass.importing;

import doppelpass.web.Messages;
import doppelpass.web.Words;

/** A refused row, or something worth knowing about a row that went in. */
public record RemarkRow(String file, long row, boolean refused, String field, String value, String reason) {
    private static final String OWN = "x_";

    /** The field in the reader's words; one that people made up by what its name was made of. */
    public String fieldName() {
        if (field.isEmpty()) return Words.NONE;
        String key = "importing.field." + field;
        return Messages.has(key) ? Words.t(key) : field.startsWith(OWN) ? field.substring(OWN.length()) : field;
    }
}
