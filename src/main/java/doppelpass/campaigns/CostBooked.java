package doppelpass.campaigns;

/** A cost counts from now on, new or in place of a corrected one. */
public record CostBooked(long id, NewCost cost) {}
