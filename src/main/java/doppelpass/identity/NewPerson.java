package doppelpass.identity;

import doppelpass.core.TeamFunction;
import org.jspecify.annotations.Nullable;

/** What it takes to add somebody; without a password they choose one through a link. */
public record NewPerson(
        String mail,
        String name,
        @Nullable String password,
        String language,
        TeamFunction function,
        @Nullable Long teamId,
        boolean leadsTeam,
        boolean administrator) {}
