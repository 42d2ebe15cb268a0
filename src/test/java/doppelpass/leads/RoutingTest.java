package doppelpass.leads;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.core.TeamFunction;
import doppelpass.identity.Person;
import doppelpass.identity.Team;
import doppelpass.leads.Routing.Route;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoutingTest {
    private static final Team MARKETING = new Team(1, "Marketing", TeamFunction.MARKETING, null);
    private static final Team SOUTH = new Team(2, "Sales South", TeamFunction.SALES, "BY");
    private static final Team NORTH = new Team(3, "Sales North", TeamFunction.SALES, "HH");
    private static final Routing ROUTING = new Routing(List.of(MARKETING, SOUTH, NORTH), Map.of(2L, 3, 3L, 1));

    @Test
    void whoeverWasChosenGetsThePass() {
        assertThat(ROUTING.to(2L, ownerIn(3L), null)).contains(new Route(SOUTH, "chosen"));
    }

    @Test
    void elseTheTeamOfTheCompanysOwner() {
        assertThat(ROUTING.to(null, ownerIn(2L), null)).contains(new Route(SOUTH, "owner"));
    }

    @Test
    void anOwnerInMarketingDoesNotCountAndTheLeastBusyTeamGetsIt() {
        assertThat(ROUTING.to(null, ownerIn(1L), null)).contains(new Route(NORTH, "workload"));
    }

    @Test
    void aPassOnGoesToSomebodyElse() {
        assertThat(ROUTING.to(3L, ownerIn(3L), 3L)).contains(new Route(SOUTH, "workload"));
    }

    @Test
    void withoutASalesTeamThereIsNoWay() {
        assertThat(new Routing(List.of(MARKETING), Map.of()).to(null, null, null))
                .isEmpty();
        assertThat(new Routing(List.of(MARKETING, SOUTH), Map.of()).to(null, null, 2L))
                .isEmpty();
    }

    private static Person ownerIn(long team) {
        return new Person(9, "o@kern.test", "Olga", "en", "auto", TeamFunction.SALES, team, "x", false, false, true);
    }
}
