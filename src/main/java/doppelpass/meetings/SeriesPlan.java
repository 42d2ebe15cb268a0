package doppelpass.meetings;

import doppelpass.core.Recurrence;
import doppelpass.web.Refusal;
import java.time.LocalDateTime;
import java.util.List;

/** What somebody wishes for a series, before it has an id. */
public record SeriesPlan(
        String name,
        Recurrence rule,
        LocalDateTime start,
        int minutes,
        long hostId,
        boolean skipHolidays,
        List<Long> participants) {
    public SeriesPlan {
        name = name.strip();
        participants = List.copyOf(participants);
        if (name.isEmpty() || name.length() > 120) throw Refusal.of("meetings.error.name");
        if (!rule.equals(rule.endless())) throw Refusal.of("meetings.error.rule");
        if (minutes < 15 || minutes > 480) throw Refusal.of("meetings.error.minutes");
    }

    /** Another time, rhythm or length: everybody's calendar has to learn it. */
    boolean reschedules(Series s) {
        return !s.rule().equals(rule)
                || !s.start().equals(start)
                || s.minutes() != minutes
                || s.skipHolidays() != skipHolidays;
    }
}
