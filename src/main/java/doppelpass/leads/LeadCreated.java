package doppelpass.leads;

import java.time.Instant;

/** Somebody showed interest. */
public record LeadCreated(long leadId, long contactId, Instant at) {}
