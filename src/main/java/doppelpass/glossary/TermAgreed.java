package doppelpass.glossary;

import java.time.Instant;

/** Both teams have signed; from {@code validFrom} on this version counts. */
public record TermAgreed(String key, int number, Instant validFrom) {}
