package doppelpass.duplicates;

import doppelpass.timeline.Subject;
import java.util.List;

/** Records that had been merged are there again, as they were. */
public record MergeUndone(Subject winner, List<Long> losers, long personId) {}
