package doppelpass.bin;

import doppelpass.timeline.Subject;

/** A record came back from the bin, with the number it had. */
public record RecordRestored(Subject record, long personId) {}
