package doppelpass.work;

/** A job taken by a worker. */
record Claim(long id, String kind, String payload, int attempt, String worker) {}
