package doppelpass.tasks;

import doppelpass.core.NamedDay;
import doppelpass.core.Recurrence;
import doppelpass.identity.Person;
import doppelpass.timeline.Subject;
import doppelpass.web.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the forms of a task send. The quick ones send only a title, a day by its name ({@code day}), and what it is about. */
public record TaskForm(
        @Nullable String title,
        @Nullable String note,
        @Nullable String day,
        @Nullable String dueOn,
        @Nullable String dueTime,
        @Nullable String priority,
        @Nullable Long assignee,
        @Nullable String about,
        @Nullable String remindAt,
        @Nullable String remindMail,
        @Nullable String repeat,
        @Nullable String repeatCount,
        @Nullable String repeatUntil) {
    /** A rule that none of the usual rhythms names stays as it is. */
    static final String OTHER = "other";

    static TaskForm empty(long assignee, String about, String title, @Nullable LocalDate due) {
        return new TaskForm(title, "", null, text(due), "", "normal", assignee, about, "", null, "", "", "");
    }

    static TaskForm of(Task task) {
        TaskDetails d = task.details();
        Recurrence rule = d.rule();
        Subject about = d.about();
        LocalDate began = task.startsOn();
        return new TaskForm(
                d.title(),
                d.note(),
                null,
                text(d.dueOn()),
                text(d.dueTime()),
                d.priority().code(),
                d.assigneeId(),
                about == null ? "" : about.code(),
                text(d.remindAt()),
                d.remindMail() ? "yes" : null,
                rule == null || began == null
                        ? ""
                        : Repetition.of(rule, began).map(Repetition::code).orElse(OTHER),
                rule == null ? "" : rule.count().map(Object::toString).orElse(""),
                rule == null ? "" : rule.last().map(Object::toString).orElse(""));
    }

    /** What can be chosen; a rule of another kind only where it stands already. */
    public List<String> rhythms() {
        return OTHER.equals(repeat)
                ? Stream.concat(Repetition.CODES.stream(), Stream.of(OTHER)).toList()
                : Repetition.CODES;
    }

    /** A new task. */
    TaskDetails details(Person by, LocalDate today) {
        return over(TaskDetails.of("", by.id()).on(named(today)), null, today);
    }

    /** What the task becomes; {@code began} is the first day of its series. */
    TaskDetails over(TaskDetails old, @Nullable LocalDate began, LocalDate today) {
        LocalDate due = day != null ? named(today) : parsed(dueOn, LocalDate::parse);
        TaskDetails typed = old.on(due)
                .titled(stripped(title))
                .noted(stripped(note))
                .at(parsed(dueTime, LocalTime::parse))
                .weighing(Priority.of(Objects.requireNonNullElse(priority, "normal"))
                        .orElseThrow(() -> Refusal.of("tasks.error.priority")))
                .givenTo(assignee == null ? old.assigneeId() : assignee)
                .about(subject());
        LocalDateTime remind = parsed(remindAt, LocalDateTime::parse);
        boolean untouched = remind != null && remind.equals(old.remindAt());
        return typed.reminded(untouched ? typed.remindAt() : remind, "yes".equals(remindMail))
                .repeated(rule(old.rule(), began, due));
    }

    private @Nullable LocalDate named(LocalDate today) {
        return day == null ? null : NamedDay.of(day, today).orElseThrow(() -> Refusal.of("tasks.error.day"));
    }

    private @Nullable Subject subject() {
        if (stripped(about).isEmpty()) return null;
        return Subject.parse(stripped(about)).map(List::getFirst).orElseThrow(() -> Refusal.of("tasks.error.about"));
    }

    private @Nullable Recurrence rule(@Nullable Recurrence old, @Nullable LocalDate began, @Nullable LocalDate due) {
        String rhythm = stripped(repeat);
        if (rhythm.isEmpty()) return null;
        if (due == null) throw Refusal.of("tasks.error.noDay");
        if (rhythm.equals(OTHER)) return old;
        Repetition known = Repetition.of(rhythm).orElseThrow(() -> Refusal.of("tasks.error.repeat"));
        if (old != null
                && began != null
                && Repetition.of(old, began).filter(known::equals).isPresent()) return ending(old.endless());
        return ending(known.from(due));
    }

    private Recurrence ending(Recurrence rhythm) {
        String count = stripped(repeatCount);
        LocalDate until = parsed(repeatUntil, LocalDate::parse);
        if (until != null) return rhythm.until(until);
        if (count.isEmpty()) return rhythm;
        if (!count.matches("[1-9]\\d{0,2}")) throw Refusal.of("tasks.error.count");
        return rhythm.times(Integer.parseInt(count));
    }

    private static <T> @Nullable T parsed(@Nullable String text, Function<String, T> parser) {
        try {
            return stripped(text).isEmpty() ? null : parser.apply(stripped(text));
        } catch (DateTimeException nonsense) {
            throw Refusal.of("tasks.error.day");
        }
    }

    private static String stripped(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
