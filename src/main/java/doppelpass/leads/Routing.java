package doppelpass.leads;

import doppelpass.core.TeamFunction;
import doppelpass.identity.Person;
import doppelpass.identity.Team;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which sales team gets a pass: the first rule that matches, with its name so that people can see why. Nobody's past
 * performance counts.
 */
record Routing(List<Team> teams, Map<Long, Integer> waiting) {

    /** The chosen team and the rule that chose it: chosen, owner or workload. */
    record Route(Team team, String rule) {}

    Optional<Route> to(@Nullable Long chosen, @Nullable Person owner, @Nullable Long notTo) {
        return rule(chosen, "chosen", notTo)
                .or(() -> rule(owner == null ? null : owner.teamId(), "owner", notTo))
                .or(() -> leastBusy(notTo));
    }

    private Optional<Route> rule(@Nullable Long teamId, String rule, @Nullable Long notTo) {
        return sales(notTo).stream()
                .filter(team -> Objects.equals(team.id(), teamId))
                .findFirst()
                .map(team -> new Route(team, rule));
    }

    private Optional<Route> leastBusy(@Nullable Long notTo) {
        return sales(notTo).stream()
                .min(Comparator.comparingInt((Team team) -> waiting.getOrDefault(team.id(), 0))
                        .thenComparingLong(Team::id))
                .map(team -> new Route(team, "workload"));
    }

    private List<Team> sales(@Nullable Long notTo) {
        return teams.stream()
                .filter(team -> team.function() == TeamFunction.SALES && !Objects.equals(team.id(), notTo))
                .toList();
    }
}
