package doppelpass.timeline.views;

import doppelpass.timeline.Subject;

/** A record with its name, ready to be linked. */
public record Named(Subject subject, String name) {}
