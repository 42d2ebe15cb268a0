package doppelpass.tags;

/** A tag and how many records carry it. */
public record TagRow(long id, String name, int records) {}
