package doppelpass.timeline;

import java.time.LocalDate;

/** Whoever logged something wants to come back to it: {@code title} on that day, about this record. */
public record FollowUpAsked(Subject about, String title, LocalDate on, long personId) {}
