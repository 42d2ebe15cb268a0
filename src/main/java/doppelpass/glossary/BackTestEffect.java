package doppelpass.glossary;

import doppelpass.rules.Rule;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plug: how the figures of the last twelve months would move if a term had had the proposed rule. */
public interface BackTestEffect {
    /** The plug follows the term, but this rule reads what nobody knows the past of. */
    boolean untold(String term, Rule rule);

    /** Empty for a term whose rule brings nothing about that the plug can follow. */
    Optional<Effects> effects(String term, @Nullable Rule current, Rule proposed, Instant now);
}
