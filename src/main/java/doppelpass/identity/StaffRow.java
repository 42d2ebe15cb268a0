package doppelpass.identity;

import doppelpass.core.TeamFunction;
import org.jspecify.annotations.Nullable;

/** Somebody as administrators see them; {@code joined} once they have chosen a password. */
public record StaffRow(
        long id,
        String name,
        String mail,
        TeamFunction function,
        @Nullable Long teamId,
        @Nullable String teamName,
        boolean leadsTeam,
        boolean administrator,
        boolean active,
        boolean joined,
        String language) {}
