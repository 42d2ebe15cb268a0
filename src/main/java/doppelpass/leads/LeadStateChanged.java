package doppelpass.leads;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A lead entered a state; one event for every state on the way. */
public record LeadStateChanged(
        long leadId,
        LeadState from,
        LeadState to,
        int cycle,
        @Nullable Reason reason,
        @Nullable Long actorId,
        Instant at) {}
