package doppelpass.tasks;

import doppelpass.core.Recurrence;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something one person is to do. {@code giver} gave it to somebody else; one that comes back has the day its series began
 * on and the day of the rule it stands for, which stays when it is put off.
 */
public record Task(
        long id,
        TaskDetails details,
        State state,
        String assignee,
        @Nullable Long givenBy,
        @Nullable String giver,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate occursOn,
        @Nullable Long seriesId,
        @Nullable Instant remindedAt,
        @Nullable Instant noticedAt,
        long createdBy,
        Instant createdAt,
        @Nullable Instant closedAt,
        @Nullable String closedBy) {

    /** Dropped: nobody does it, and nobody has to. */
    public enum State {
        OPEN,
        DONE,
        DROPPED;

        static final List<String> CODES =
                Arrays.stream(values()).map(State::code).toList();

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean open() {
        return state == State.OPEN;
    }

    /** Its day has passed, or its time of today. */
    public boolean lateAt(LocalDateTime now) {
        LocalDate day = details.dueOn();
        LocalTime time = details.dueTime();
        return open()
                && day != null
                && (time == null
                        ? day.isBefore(now.toLocalDate())
                        : day.atTime(time).isBefore(now));
    }

    /** It was reminded of, and nobody has said that they saw it. */
    public boolean rings() {
        return open() && remindedAt != null && noticedAt == null;
    }

    /** Once it is closed: the day on which it comes back. What was missed meanwhile does not pile up. */
    Optional<LocalDate> nextFrom(LocalDate today) {
        Recurrence rule = details.rule();
        if (rule == null) return Optional.empty();
        LocalDate due = Objects.requireNonNull(details.dueOn());
        LocalDate occurs = Objects.requireNonNull(occursOn);
        LocalDate after = (occurs.isAfter(due) ? occurs : due).plusDays(1);
        return rule.firstDay(Objects.requireNonNull(startsOn), after.isAfter(today) ? after : today);
    }

    /** What comes back on a day: its reminder keeps its distance to the day of the rule. */
    TaskDetails again(LocalDate day) {
        LocalDate due = Objects.requireNonNull(details.dueOn());
        TaskDetails asPlanned = details.on(Objects.requireNonNullElse(occursOn, due));
        return asPlanned.on(day);
    }
}
