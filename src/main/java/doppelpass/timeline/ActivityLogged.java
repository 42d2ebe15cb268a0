package doppelpass.timeline;

/** A new activity stands in the timeline. */
public record ActivityLogged(long id, NewActivity activity) {}
