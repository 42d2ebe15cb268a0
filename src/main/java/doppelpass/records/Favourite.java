package doppelpass.records;

import doppelpass.timeline.Subject;

/** A marked record and what it is called now. */
public record Favourite(Subject record, String name) {}
