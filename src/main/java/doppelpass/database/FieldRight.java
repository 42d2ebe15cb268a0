package doppelpass.database;

/** What a reader may do with a field of the records they see. */
public enum FieldRight {
    VISIBLE,
    READ,
    HIDDEN
}
