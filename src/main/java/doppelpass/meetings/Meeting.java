package doppelpass.meetings;

import doppelpass.core.TeamFunction;
import doppelpass.identity.Person;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** One date of a series, from its agenda to its minutes. */
public record Meeting(
        long id,
        Series series,
        LocalDateTime originalAt,
        Instant startsAt,
        int minutes,
        MeetingState state,
        int sequence,
        String moderator,
        @Nullable Long itemId,
        @Nullable Instant collectedAt,
        @Nullable Instant openedAt,
        @Nullable Instant itemAt,
        @Nullable Instant closedAt,
        String reason) {
    /** Until then every participant may propose items, and by then the agenda is published. */
    private static final Duration NOTICE = Duration.ofHours(24);

    public Instant closesAt() {
        return startsAt.minus(NOTICE);
    }

    public Instant endsAt() {
        return startsAt.plus(Duration.ofMinutes(minutes));
    }

    public boolean acceptsItemsAt(Instant now) {
        return state.ahead() && now.isBefore(closesAt());
    }

    /** Nothing was published in time: better cancelled than held without an agenda. */
    public boolean lacksAgendaAt(Instant now) {
        return state == MeetingState.PLANNED && !now.isBefore(closesAt()) && now.isBefore(startsAt);
    }

    /** Participants, the host, and the leadership. */
    public boolean visibleTo(Person person) {
        return series.hostId() == person.id()
                || series.participants().contains(person.id())
                || person.function() == TeamFunction.LEADERSHIP
                || person.administrator();
    }

    public boolean curatedBy(Person person) {
        return series.curatedBy(person);
    }

    /** The lead of marketing or of sales confirms for the own team, nobody for the other. */
    public boolean confirmedBy(Person person) {
        return person.leadsTeam()
                && visibleTo(person)
                && (person.function() == TeamFunction.MARKETING || person.function() == TeamFunction.SALES);
    }

    /** The team that does not moderate writes the minutes. */
    public String writer() {
        return moderator.equals("marketing") ? "sales" : "marketing";
    }
}
