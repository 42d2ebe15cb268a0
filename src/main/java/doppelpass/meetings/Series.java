package doppelpass.meetings;

import doppelpass.core.BusinessCalendar;
import doppelpass.core.Recurrence;
import doppelpass.core.TeamFunction;
import doppelpass.identity.Person;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** A meeting that comes back. {@code start} is the wall clock of the organisation's zone at its first date. */
public record Series(
        long id,
        String uid,
        String name,
        Recurrence rule,
        LocalDateTime start,
        int minutes,
        long hostId,
        String hostName,
        String firstModerator,
        boolean skipHolidays,
        int sequence,
        boolean ended,
        List<Long> participants) {

    public Series {
        participants = List.copyOf(participants);
    }

    /** Who decides on dates, people and agenda: the host, leadership, and the leads of the participating teams. */
    public boolean curatedBy(Person person) {
        return hostId == person.id()
                || person.function() == TeamFunction.LEADERSHIP
                || person.administrator()
                || person.leadsTeam() && participants.contains(person.id());
    }

    /** The starts in the time from one day to before another; days on which nobody works are left out. */
    List<LocalDateTime> dates(LocalDate from, LocalDate to, BusinessCalendar calendar) {
        return rule.dates(start, from, to).stream()
                .filter(date -> !skipped(date, calendar))
                .toList();
    }

    /** The starts the rule names but the calendar closes. */
    List<LocalDateTime> holidays(LocalDate from, LocalDate to, BusinessCalendar calendar) {
        return rule.dates(start, from, to).stream()
                .filter(date -> skipped(date, calendar))
                .toList();
    }

    private boolean skipped(LocalDateTime date, BusinessCalendar calendar) {
        return skipHolidays && !calendar.businessDay(date.toLocalDate());
    }
}
