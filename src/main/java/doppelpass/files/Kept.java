package doppelpass.files;

/** Bytes that are kept, and what is known of them. */
record Kept(long id, long sizeBytes, String type, State state) {}
