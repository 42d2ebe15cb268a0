package doppelpass.identity;

import doppelpass.core.TeamFunction;
import org.jspecify.annotations.Nullable;

/** What administrators may change of somebody. */
record StaffChange(
        String name,
        String mail,
        TeamFunction function,
        @Nullable Long teamId,
        boolean leadsTeam,
        boolean administrator) {}
