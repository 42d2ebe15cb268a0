package doppelpass.glossary;

/** A new wording of a term waits for the signatures. */
public record TermProposed(String key, int number) {}
