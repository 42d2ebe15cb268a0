package doppelpass.leads;

import java.time.Instant;

/** A lead that differs from the usual one only in what a test says. */
final class SomeLead {
    static final Instant SINCE = Instant.parse("2026-06-01T08:00:00Z");

    private SomeLead() {}

    static Lead in(LeadState state) {
        return new Lead(
                7, 1, 2L, "gears", state, 1, "website", "paid_search", null, 0, null, 5L, 6L, null, SINCE, SINCE);
    }
}
