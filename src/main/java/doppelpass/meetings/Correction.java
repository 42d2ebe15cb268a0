package doppelpass.meetings;

import java.time.Instant;

/** What was found wrong in confirmed minutes, appended to them. */
public record Correction(String text, String name, Instant at) {}
