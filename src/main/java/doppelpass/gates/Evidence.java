package doppelpass.gates;

import java.time.Instant;

/** An entry of the timeline that can show an answer. */
public record Evidence(long id, String kind, String title, Instant at) {}
