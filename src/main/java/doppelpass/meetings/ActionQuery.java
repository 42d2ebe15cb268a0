package doppelpass.meetings;

import org.jspecify.annotations.Nullable;

/** Whose actions (null = everybody's) in which state: open, overdue, done or all. */
public record ActionQuery(@Nullable Long owner, String state) {}
