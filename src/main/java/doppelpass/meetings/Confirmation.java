package doppelpass.meetings;

import java.time.Instant;

/** One team stands by the minutes. */
public record Confirmation(String function, String name, Instant at) {}
