package doppelpass.tasks;

import doppelpass.core.Recurrence;
import doppelpass.timeline.Subject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What people write down about a task; days and times are the wall clock of the organisation. */
public record TaskDetails(
        String title,
        String note,
        @Nullable LocalDate dueOn,
        @Nullable LocalTime dueTime,
        Priority priority,
        long assigneeId,
        @Nullable Subject about,
        @Nullable LocalDateTime remindAt,
        boolean remindMail,
        @Nullable Recurrence rule) {

    public static TaskDetails of(String title, long assignee) {
        return new TaskDetails(title, "", null, null, Priority.NORMAL, assignee, null, null, false, null);
    }

    public TaskDetails titled(String other) {
        return new TaskDetails(other, note, dueOn, dueTime, priority, assigneeId, about, remindAt, remindMail, rule);
    }

    public TaskDetails noted(String other) {
        return new TaskDetails(title, other, dueOn, dueTime, priority, assigneeId, about, remindAt, remindMail, rule);
    }

    /** On another day: the reminder moves along; without a day there is no time either. */
    public TaskDetails on(@Nullable LocalDate day) {
        LocalDateTime remind = remindAt == null || day == null || dueOn == null
                ? remindAt
                : remindAt.plusDays(ChronoUnit.DAYS.between(dueOn, day));
        return new TaskDetails(
                title, note, day, day == null ? null : dueTime, priority, assigneeId, about, remind, remindMail, rule);
    }

    public TaskDetails at(@Nullable LocalTime time) {
        return new TaskDetails(title, note, dueOn, time, priority, assigneeId, about, remindAt, remindMail, rule);
    }

    public TaskDetails weighing(Priority other) {
        return new TaskDetails(title, note, dueOn, dueTime, other, assigneeId, about, remindAt, remindMail, rule);
    }

    public TaskDetails givenTo(long person) {
        return new TaskDetails(title, note, dueOn, dueTime, priority, person, about, remindAt, remindMail, rule);
    }

    public TaskDetails about(@Nullable Subject subject) {
        return new TaskDetails(title, note, dueOn, dueTime, priority, assigneeId, subject, remindAt, remindMail, rule);
    }

    public TaskDetails reminded(@Nullable LocalDateTime at, boolean byMail) {
        return new TaskDetails(title, note, dueOn, dueTime, priority, assigneeId, about, at, byMail, rule);
    }

    public TaskDetails repeated(@Nullable Recurrence other) {
        return new TaskDetails(title, note, dueOn, dueTime, priority, assigneeId, about, remindAt, remindMail, other);
    }
}
