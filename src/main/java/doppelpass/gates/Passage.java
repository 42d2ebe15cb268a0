package doppelpass.gates;

import java.time.Instant;

/** Leadership let a deal into a stage although its gate was not met. */
public record Passage(long stageId, String stage, String reason, String person, Instant at) {}
