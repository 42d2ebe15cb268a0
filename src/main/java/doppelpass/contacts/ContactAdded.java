package doppelpass.contacts;

/** A new contact stands in the records. */
public record ContactAdded(long id, ContactDetails details) {}
