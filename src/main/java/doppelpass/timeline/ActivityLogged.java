package doppelpass.timeline;

/** A new activity stands in the timeline; {@code said} is what it was logged on, without what that names in turn. */
public record ActivityLogged(long id, NewActivity activity, About said) {}
