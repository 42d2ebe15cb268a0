package doppelpass.fields;

/** Somebody wrote values of fields of a record. */
public record FieldsChanged(String kind, long id) {}
