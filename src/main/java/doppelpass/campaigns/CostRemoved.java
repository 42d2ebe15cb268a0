package doppelpass.campaigns;

/** A cost counts no more; nothing took its place. */
public record CostRemoved(long id) {}
