package doppelpass.erasure;

import doppelpass.records.Erasing.Taken;
import doppelpass.timeline.Subject;
import java.time.Instant;
import java.util.List;

/** That the data of a person were erased: when, by whom, how many of what. */
public record Erased(long id, Subject record, List<Taken> taken, String by, Instant at) {}
