package doppelpass.reach;

import java.time.Instant;

/** A record opened to a person or a team beyond those who see it anyway. */
public record Share(long id, boolean team, String name, String by, Instant at) {}
