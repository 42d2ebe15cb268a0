package doppelpass.timeline;

/** A new touchpoint stands in the timeline; repeats within half an hour are not announced. */
public record TouchpointRecorded(long id, NewTouchpoint touchpoint) {}
