package doppelpass.tasks;

import doppelpass.core.Recurrence;
import doppelpass.database.Seeing;
import doppelpass.fields.Fields;
import doppelpass.identity.Organisations;
import doppelpass.identity.People;
import doppelpass.identity.Person;
import doppelpass.timeline.Naming;
import doppelpass.timeline.Subject;
import doppelpass.timeline.TasksGiven;
import doppelpass.web.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is to do: written down, given to somebody, put off, done, and coming back where it has a rhythm. */
@Component
public class Tasks {
    static final int LONGEST_TITLE = 300;
    static final int LONGEST_NOTE = 20_000;

    private final TaskTable table;
    private final Sight sight;
    private final Naming naming;
    private final People people;
    private final Organisations organisations;
    private final Fields fields;
    private final Seeing seeing;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Tasks(
            TaskTable table,
            Sight sight,
            Naming naming,
            People people,
            Organisations organisations,
            Fields fields,
            Seeing seeing,
            Clock clock,
            ApplicationEventPublisher events) {
        this.table = table;
        this.sight = sight;
        this.naming = naming;
        this.people = people;
        this.organisations = organisations;
        this.fields = fields;
        this.seeing = seeing;
        this.clock = clock;
        this.events = events;
    }

    /** The task, if it is any of this person's business. */
    public Task get(long id, Person reader) {
        return table.find(id, sight.of(reader)).orElseThrow(Refusal::notFound);
    }

    /** One that comes back begins on the first day of its rhythm. */
    @Transactional
    public long add(TaskDetails details, Person by) {
        check(details, null, by);
        TaskDetails begun = begun(details);
        long id = table.insert(begun, begins(begun, null), giver(begun, null, by), by.id(), clock.instant());
        tell(id, begun, null, by);
        return id;
    }

    /** With fields people made up for tasks, as typed. */
    @Transactional
    long add(TaskDetails details, Map<String, String> own, Person by) {
        long id = add(details, by);
        fields.write(TaskIntake.OBJECT, id, own);
        return id;
    }

    @Transactional
    void change(long id, UnaryOperator<TaskDetails> edit, Map<String, String> own, Person by) {
        open(id, by);
        fields.write(TaskIntake.OBJECT, id, own); // before its writer gives it away and sees it no more
        change(id, edit, by);
    }

    @Transactional
    public void change(long id, UnaryOperator<TaskDetails> edit, Person by) {
        Task task = open(id, by);
        TaskDetails old = task.details();
        TaskDetails typed = edit.apply(old);
        check(typed, task, by);
        boolean sameRhythm = Objects.equals(old.rule(), typed.rule());
        TaskDetails details = sameRhythm ? typed : begun(typed);
        TaskTable.Place place = sameRhythm
                ? new TaskTable.Place(task.startsOn(), task.occursOn(), task.seriesId())
                : begins(details, task.seriesId());
        boolean ringAgain = !Objects.equals(old.remindAt(), details.remindAt());
        // a task that loses its record is perhaps no longer for whoever takes the record away
        seeing.everything(() -> table.update(id, details, place, giver(details, task, by), ringAgain, clock.instant()));
        if (old.assigneeId() != details.assigneeId()) tell(id, details, old.assigneeId(), by);
    }

    boolean sees(long id, Person reader) {
        return table.find(id, sight.of(reader)).isPresent();
    }

    /** What comes back by its rhythm, or was done for oneself, is no news. */
    private void tell(long id, TaskDetails details, @Nullable Long before, Person by) {
        if (before == null && details.assigneeId() == by.id()) return;
        events.publishEvent(new TasksGiven(
                List.of(new TasksGiven.Given(id, details.title(), details.about(), details.assigneeId(), before)),
                by.id()));
    }

    /** To another day; its reminder moves along. */
    @Transactional
    public void postpone(long id, LocalDate to, Person by) {
        change(id, details -> details.on(to), by);
    }

    /** What has a rhythm comes back. */
    @Transactional
    public void finish(long id, Person by) {
        Task task = open(id, by);
        table.close(id, Task.State.DONE, by.id(), clock.instant());
        follow(task);
    }

    /** Left out this once; it comes back as if it had been done. */
    @Transactional
    public void skip(long id, Person by) {
        Task task = open(id, by);
        if (task.details().rule() == null) throw Refusal.conflict("tasks.error.noRhythm");
        table.close(id, Task.State.DROPPED, by.id(), clock.instant());
        follow(task);
    }

    /** Nobody does it, and it does not come back. */
    @Transactional
    public void drop(long id, Person by) {
        open(id, by);
        table.close(id, Task.State.DROPPED, by.id(), clock.instant());
    }

    /** To do again; what came back meanwhile goes unless somebody has touched it. */
    @Transactional
    public void reopen(long id, Person by) {
        Task task = table.lock(id, sight.of(by)).orElseThrow(Refusal::notFound);
        if (task.open()) throw Refusal.conflict("tasks.error.open");
        table.reopen(id, clock.instant());
        if (task.occursOn() != null) table.forgetFollowers(series(task), task.occursOn());
    }

    /** This one stays, none comes after it. */
    @Transactional
    public void stop(long id, Person by) {
        change(id, details -> details.repeated(null), by);
    }

    /** Whoever was reminded has seen it. */
    @Transactional
    public void notice(long id, Person by) {
        open(id, by);
        table.notice(id, clock.instant());
    }

    LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), organisations.get().zone());
    }

    private Task open(long id, Person by) {
        Task task = table.lock(id, sight.of(by)).orElseThrow(Refusal::notFound);
        if (!task.open()) throw Refusal.conflict("tasks.error.closed");
        return task;
    }

    private void follow(Task task) {
        LocalDate occurs = task.occursOn();
        if (occurs == null || table.followed(series(task), occurs)) return;
        task.nextFrom(now().toLocalDate()).ifPresent(day -> repeat(task, day));
    }

    /** With what a house wants to know of it, also where whoever closes it does not see that. */
    private void repeat(Task task, LocalDate day) {
        long next = table.insert(
                task.again(day),
                new TaskTable.Place(task.startsOn(), day, series(task)),
                task.givenBy(),
                task.createdBy(),
                clock.instant());
        seeing.everything(() -> table.hand(task.id(), next));
    }

    private static long series(Task task) {
        return Objects.requireNonNullElse(task.seriesId(), task.id());
    }

    private static TaskTable.Place begins(TaskDetails details, @Nullable Long series) {
        return details.rule() == null
                ? TaskTable.Place.ALONE
                : new TaskTable.Place(details.dueOn(), details.dueOn(), series);
    }

    private static TaskDetails begun(TaskDetails details) {
        Recurrence rule = details.rule();
        if (rule == null) return details;
        LocalDate wish = Objects.requireNonNull(details.dueOn());
        return details.on(rule.firstFrom(wish.atStartOfDay()).toLocalDate());
    }

    /** Who gave it to somebody else; what one takes oneself was given by nobody. */
    private static @Nullable Long giver(TaskDetails details, @Nullable Task task, Person by) {
        if (task != null && task.details().assigneeId() == details.assigneeId()) return task.givenBy();
        return details.assigneeId() == by.id() ? null : by.id();
    }

    private void check(TaskDetails details, @Nullable Task task, Person by) {
        if (details.title().isBlank() || details.title().length() > LONGEST_TITLE)
            throw Refusal.of("tasks.error.title", LONGEST_TITLE);
        if (details.note().length() > LONGEST_NOTE) throw Refusal.of("tasks.error.note", LONGEST_NOTE);
        if (details.dueOn() == null && (details.rule() != null || details.dueTime() != null))
            throw Refusal.of("tasks.error.noDay");
        Subject about = details.about();
        boolean sameRecord = task != null && Objects.equals(task.details().about(), about);
        if (about != null && !sameRecord && (!sight.opens(about, by) || !naming.know(List.of(about))))
            throw Refusal.of("tasks.error.about");
        boolean sameAssignee = task != null && task.details().assigneeId() == details.assigneeId();
        if (!sameAssignee
                && people.find(details.assigneeId()).filter(this::takesTasks).isEmpty())
            throw Refusal.of("tasks.error.assignee");
    }

    private boolean takesTasks(Person person) {
        return person.active() && sight.works(person);
    }

    /** Those a task can be given to. */
    List<Person> colleagues() {
        return people.all().stream().filter(this::takesTasks).toList();
    }
}
