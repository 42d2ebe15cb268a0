package doppelpass.contacts;

/** A new company stands in the records. */
public record CompanyAdded(long id, CompanyDetails details) {}
