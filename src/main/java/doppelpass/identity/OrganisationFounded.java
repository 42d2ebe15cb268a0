package doppelpass.identity;

/** The organisation was set up; listeners run in the same transaction and prepare their module's starting data. */
public record OrganisationFounded(Organisation organisation) {}
