package doppelpass.tasks.views;

import doppelpass.tasks.Task;
import doppelpass.tasks.plug.Waiting;
import doppelpass.timeline.Plan;
import doppelpass.timeline.Subject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** One line of a day: an own task with what its record is called, or something that waits in another module. */
public record DayRow(
        @Nullable Task task,
        @Nullable String record,
        Waiting.@Nullable Item item,
        @Nullable Plan plan,
        boolean late) {
    /** By day and time, then by weight; what waits elsewhere comes after own tasks of the same time. */
    public static final Comparator<DayRow> ORDER = Comparator.comparing(
                    DayRow::dueOn, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(DayRow::dueTime, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparingInt(DayRow::weight);

    public static DayRow of(Task task, @Nullable String record, LocalDateTime now) {
        return new DayRow(task, record, null, null, task.lateAt(now));
    }

    public static DayRow of(Waiting.Item item, LocalDateTime now) {
        LocalTime time = item.dueTime();
        boolean late = time == null
                ? item.dueOn().isBefore(now.toLocalDate())
                : item.dueOn().atTime(time).isBefore(now);
        return new DayRow(null, null, item, null, late);
    }

    /** {@code item} says the same of a planned call or meeting as of what waits elsewhere. */
    public static DayRow of(Plan plan, Waiting.Item item, LocalDateTime now) {
        return new DayRow(null, null, item, plan, of(item, now).late());
    }

    public @Nullable LocalDate dueOn() {
        return task != null ? task.details().dueOn() : item == null ? null : item.dueOn();
    }

    public @Nullable LocalTime dueTime() {
        return task != null ? task.details().dueTime() : item == null ? null : item.dueTime();
    }

    public @Nullable Subject about() {
        return task == null ? null : task.details().about();
    }

    private int weight() {
        return task == null ? 9 : task.details().priority().ordinal();
    }
}
