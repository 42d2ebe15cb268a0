package doppelpass.leads;

/** All that speaks for or against a lead: whom it is about, what they did, what the definition says about it. */
public record Qualification(Lead lead, Whom whom, Way way, Interest interest, MqlRule.Verdict verdict) {}
