package doppelpass.identity;

import doppelpass.core.TeamFunction;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Somebody who works here and signs in. */
public record Person(
        long id,
        String mail,
        String name,
        String language,
        String theme,
        TeamFunction function,
        @Nullable Long teamId,
        @Nullable String teamName,
        boolean leadsTeam,
        boolean administrator,
        boolean active) {

    /** What the routes tables call them: the own function, and administration on top for administrators. */
    public Set<TeamFunction> functions() {
        EnumSet<TeamFunction> functions = EnumSet.of(function);
        if (administrator) {
            functions.add(TeamFunction.ADMINISTRATION);
        }
        return functions;
    }

    public Set<String> roles() {
        return functions().stream().map(TeamFunction::code).collect(Collectors.toUnmodifiableSet());
    }
}
