package doppelpass.rules;

import org.jspecify.annotations.Nullable;

/** A name that stands for one record, or (without subject) for one text of a list; the slot tells variables apart. */
record Variable(int slot, @Nullable Subject subject) {}
