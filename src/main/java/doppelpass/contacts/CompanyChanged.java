package doppelpass.contacts;

/** A company's details changed. */
public record CompanyChanged(long id, CompanyDetails details) {}
