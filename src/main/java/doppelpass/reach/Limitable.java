package doppelpass.reach;

/** A field that can be hidden from a function, or kept from being changed by it; {@code label} is a message. */
public record Limitable(String kind, String name, String label) {}
