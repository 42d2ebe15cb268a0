package doppelpass.forecast;

import java.time.Instant;
import java.time.LocalDate;

/** What one snapshot expected for a month: won by then, and the weighted open deals expected to close in it. */
public record Frozen(Instant dueAt, boolean late, LocalDate month, long expectedMinor) {}
