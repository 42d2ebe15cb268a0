package doppelpass.bin;

import doppelpass.timeline.Subject;

/** A record went to the bin. */
public record RecordDeleted(Subject record, long personId) {}
