package doppelpass.importing;

/** A refused row, or something worth knowing about a row that went in. */
public record RemarkRow(String file, long row, boolean refused, String field, String value, String reason) {}
