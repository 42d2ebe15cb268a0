package doppelpass.identity;

import doppelpass.core.TeamFunction;
import org.jspecify.annotations.Nullable;

/** A team with one function; its region decides which public holidays stop its clocks. */
public record Team(
        long id,
        String name,
        TeamFunction function,
        @Nullable String region) {}
