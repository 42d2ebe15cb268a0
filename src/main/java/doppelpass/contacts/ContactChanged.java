package doppelpass.contacts;

/** A contact's details changed. */
public record ContactChanged(long id, ContactDetails details) {}
