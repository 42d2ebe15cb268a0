package doppelpass.glossary;

import doppelpass.core.TeamFunction;
import doppelpass.identity.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One wording of a term. It counts from {@code validFrom}, once marketing and sales have signed. */
public record Version(
        long id,
        int number,
        Wording wording,
        String note,
        boolean starter,
        @Nullable Long proposedBy,
        @Nullable String proposer,
        Instant proposedAt,
        @Nullable LocalDate startsOn,
        @Nullable Instant withdrawnAt,
        @Nullable Instant agreedAt,
        @Nullable Instant validFrom,
        @Nullable Instant validTo,
        List<Signature> signatures) {
    /** The functions without whose yes nothing comes into force. */
    static final List<String> SIGNING = List.of("marketing", "sales");

    /** What can be said of a version at a moment. */
    public enum State {
        PROPOSED,
        WITHDRAWN,
        SIGNED,
        IN_FORCE,
        RETIRED
    }

    /** A team's yes, given by a person of that team. */
    public record Signature(String function, String person, Instant signedAt) {}

    public State stateAt(Instant now) {
        if (withdrawnAt != null) {
            return State.WITHDRAWN;
        }
        if (validFrom == null) {
            return State.PROPOSED;
        }
        if (now.isBefore(validFrom)) {
            return State.SIGNED;
        }
        return validTo != null && !now.isBefore(validTo) ? State.RETIRED : State.IN_FORCE;
    }

    public boolean signedBy(String function) {
        return signatures.stream().anyMatch(s -> s.function().equals(function));
    }

    /** A starting definition counts from the first day, but stays "not agreed" until both have signed it. */
    public boolean agreed() {
        return waitingFor().isEmpty();
    }

    /** Who proposed it, a team's lead or leadership takes a proposal back, as long as not both teams have signed. */
    public boolean withdrawableBy(Person person) {
        return withdrawnAt == null
                && agreedAt == null
                && (person.leadsTeam()
                        || person.function() == TeamFunction.LEADERSHIP
                        || proposedBy != null && proposedBy == person.id());
    }

    public List<String> waitingFor() {
        return SIGNING.stream().filter(f -> !signedBy(f)).toList();
    }
}
