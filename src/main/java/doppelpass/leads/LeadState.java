package doppelpass.leads;

import doppelpass.core.TeamFunction;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a lead is to us at a moment, who holds the ball, and where it may go from there. */
public enum LeadState {
    NEW(Owner.MARKETING, 1),
    OPEN(Owner.MARKETING, 10),
    NURTURE(Owner.MARKETING, 0),
    MQL(Owner.BOTH, 0),
    REWORK(Owner.MARKETING, 2),
    SAL(Owner.SALES, 20),
    SQL(Owner.SALES, 10),
    OPPORTUNITY(Owner.SALES, 0),
    WON(Owner.SALES, 2),
    LOST(Owner.SALES, 5),
    RECYCLED(Owner.MARKETING, 0),
    DISQUALIFIED(Owner.NOBODY, 0),
    MERGED(Owner.NOBODY, 0),
    ERASED(Owner.NOBODY, 0);

    /** The gates in their order; nurture and rework stand before the gate of the MQL. */
    private static final List<LeadState> GATES = List.of(NEW, OPEN, MQL, SAL, SQL, OPPORTUNITY, WON);

    private static final Set<LeadState> RUNNING =
            EnumSet.of(NEW, OPEN, NURTURE, MQL, REWORK, SAL, SQL, OPPORTUNITY, RECYCLED);

    private final Owner owner;
    private final int businessDays;

    LeadState(Owner owner, int businessDays) {
        this.owner = owner;
        this.businessDays = businessDays;
    }

    /** Who holds the ball; while a pass is in the air both do. */
    public enum Owner {
        MARKETING,
        SALES,
        BOTH,
        NOBODY;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean includes(TeamFunction function) {
            return this == BOTH && (function == TeamFunction.MARKETING || function == TeamFunction.SALES)
                    || function.name().equals(name());
        }
    }

    public Owner owner() {
        return owner;
    }

    /** The business days after which somebody should have moved the lead on; empty where another clock runs. */
    Optional<Integer> timer() {
        return businessDays == 0 ? Optional.empty() : Optional.of(businessDays);
    }

    /** Offered to sales, whatever became of it there. */
    public boolean offered() {
        return owner == Owner.BOTH || owner == Owner.SALES;
    }

    /** Still on its way: at most one such lead per contact and product line. */
    public boolean running() {
        return RUNNING.contains(this);
    }

    public static Set<LeadState> runningStates() {
        return EnumSet.copyOf(RUNNING);
    }

    /** Where a lead may go in one step. */
    public Set<LeadState> next() {
        return switch (this) {
            case NEW -> EnumSet.of(OPEN, MERGED, DISQUALIFIED);
            case OPEN -> EnumSet.of(MQL, NURTURE, DISQUALIFIED);
            case NURTURE -> EnumSet.of(OPEN, MQL, DISQUALIFIED);
            case MQL -> EnumSet.of(SAL, REWORK, RECYCLED, DISQUALIFIED, MERGED);
            case REWORK -> EnumSet.of(MQL, DISQUALIFIED);
            case SAL -> EnumSet.of(SQL, RECYCLED, DISQUALIFIED);
            case SQL -> EnumSet.of(OPPORTUNITY, RECYCLED, DISQUALIFIED);
            case OPPORTUNITY -> EnumSet.of(WON, LOST);
            case LOST -> EnumSet.of(RECYCLED);
            case RECYCLED -> EnumSet.of(NURTURE, OPEN);
            case WON, DISQUALIFIED, MERGED, ERASED -> EnumSet.noneOf(LeadState.class);
        };
    }

    /** The states entered on the way to the target, the target last; empty when there is no way forward. */
    List<LeadState> pathTo(LeadState target) {
        if (next().contains(target)) return List.of(target);
        if (target == LOST) return pathThrough(OPPORTUNITY, LOST);
        int from = this == NURTURE || this == REWORK ? GATES.indexOf(OPEN) : GATES.indexOf(this);
        int to = GATES.indexOf(target);
        return from < 0 || to <= from ? List.of() : GATES.subList(from + 1, to + 1);
    }

    private List<LeadState> pathThrough(LeadState gate, LeadState last) {
        List<LeadState> first = pathTo(gate);
        if (first.isEmpty()) return List.of();
        return java.util.stream.Stream.concat(first.stream(), java.util.stream.Stream.of(last))
                .toList();
    }
}
