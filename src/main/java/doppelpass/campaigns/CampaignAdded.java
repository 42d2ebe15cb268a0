package doppelpass.campaigns;

/** A new campaign stands in the records. */
public record CampaignAdded(long id, CampaignDetails details) {}
