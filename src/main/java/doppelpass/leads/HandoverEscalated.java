package doppelpass.leads;

import java.time.Instant;

/** A promise came closer to its end, or past it: from the rung known before to the highest one reached since. */
public record HandoverEscalated(long handoverId, Countdown.Rung from, Countdown.Rung to, Instant at) {}
