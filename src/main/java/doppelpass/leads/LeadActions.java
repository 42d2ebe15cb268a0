package doppelpass.leads;

import doppelpass.core.TeamFunction;
import doppelpass.identity.Person;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a person may do with a lead now: the buttons on its page are exactly these. */
public record LeadActions(List<LeadState> moves, boolean offer, boolean disqualify, boolean recycle, boolean change) {
    static final Set<LeadState> PLAIN = EnumSet.of(LeadState.OPEN, LeadState.NURTURE, LeadState.SQL);
    private static final Set<LeadState> OFFERABLE =
            EnumSet.of(LeadState.NEW, LeadState.OPEN, LeadState.NURTURE, LeadState.REWORK);

    public static LeadActions of(Lead lead, Person person) {
        LeadState state = lead.state();
        if (!mayMove(state, person)) return new LeadActions(List.of(), false, false, false, false);
        boolean inTheAir = state == LeadState.MQL;
        return new LeadActions(
                state.next().stream().filter(PLAIN::contains).toList(),
                OFFERABLE.contains(state),
                !inTheAir && state.next().contains(LeadState.DISQUALIFIED),
                !inTheAir && state.next().contains(LeadState.RECYCLED),
                state.running());
    }

    public boolean none() {
        return moves.isEmpty() && !offer && !disqualify && !recycle;
    }

    /** The team that holds the ball moves it, and leadership may always. */
    static boolean mayMove(LeadState state, Person person) {
        return person.function() == TeamFunction.LEADERSHIP || state.owner().includes(person.function());
    }

    static boolean creates(Person person) {
        return person.function() == TeamFunction.MARKETING || person.function() == TeamFunction.SALES;
    }

    static boolean offerable(LeadState state) {
        return OFFERABLE.contains(state);
    }
}
