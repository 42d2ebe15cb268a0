package doppelpass.duplicates;

import doppelpass.timeline.Subject;
import java.util.List;

/** Records went into another one, the winner. */
public record RecordsMerged(Subject winner, List<Long> losers, long personId) {}
