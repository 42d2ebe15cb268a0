package doppelpass.identity;

import doppelpass.core.TeamFunction;
import org.jspecify.annotations.Nullable;

/** A team as administrators see it; {@code members} counts the active ones. */
public record TeamRow(
        long id,
        String name,
        TeamFunction function,
        @Nullable String region,
        boolean archived,
        int members) {}
