package doppelpass.duplicates;

/** One thing by which records are compared, {@code name} is its word in {@code duplicates.trait.NAME}. */
public record Trait(String name, Comparison comparison) {}
