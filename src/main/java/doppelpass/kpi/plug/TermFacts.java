package doppelpass.kpi.plug;

import doppelpass.rules.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Plug: what comes about when a record first meets the rule of a term, and when that would have been under another rule.
 * Figures of a past year can so be worked out as if the rule had been another one.
 */
public interface TermFacts {
    String term();

    /** What the records are called in measures, such as {@code lead}. */
    String subject();

    /** The fact that the rule itself brings about, once a record. */
    Kind made();

    /** What people answer with, nobody knows to what effect where the rule would have asked them anew. */
    List<Kind> answers();

    /** Measures whose facts are there before the rule is asked: it cannot change them. */
    Set<String> earlier();

    /** Whether the past of all that a rule reads is known, so that it can be replayed. */
    boolean covers(Rule rule);

    /** Asks both rules at each event of the past up to now; without a current rule only the proposed one. */
    Replay replay(@Nullable Rule current, Rule proposed, Instant since, Instant now);

    /** The facts of a measure whose dimension has this value; without a dimension all of them. */
    record Kind(
            String measure,
            @Nullable String dimension,
            @Nullable String value) {}

    /** How many records were tried, whether that were all, and those for which the rules differ. */
    record Replay(int tried, boolean all, List<Change> changes) {}

    /** The moment a record first met the current and the proposed rule; null: never. */
    record Change(
            long subject,
            @Nullable Instant current,
            @Nullable Instant proposed) {}
}
