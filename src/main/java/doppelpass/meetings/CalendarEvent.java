package doppelpass.meetings;

import doppelpass.core.Recurrence;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a calendar shows: a series (with a rule) or one changed instance of it (with {@code instance}, its original
 * start). Times are the wall clock of the series' zone, so 09:00 stays 09:00 over the summer-time switch.
 */
record CalendarEvent(
        String uid,
        int sequence,
        String title,
        String description,
        String url,
        LocalDateTime start,
        Duration length,
        @Nullable Recurrence rule,
        List<LocalDateTime> except,
        @Nullable LocalDateTime instance,
        boolean cancelled) {

    CalendarEvent cancel(int newSequence) {
        return new CalendarEvent(
                uid, newSequence, title, description, url, start, length, rule, except, instance, true);
    }
}
