package doppelpass.campaigns;

/** A campaign's details changed, its status among them. */
public record CampaignChanged(long id, CampaignDetails before, CampaignDetails details) {}
