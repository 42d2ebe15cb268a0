package doppelpass.duplicates;

import java.time.Instant;

/** A finished run over one kind: {@code records} there were, pairs compared, and pairs left out because too many share a key. */
public record Compared(Model model, Instant upTo, long records, long compared, long leftOut, Instant finishedAt) {}
