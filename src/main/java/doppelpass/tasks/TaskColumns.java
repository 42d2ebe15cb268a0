package doppelpass.tasks;

import static doppelpassdb.identity.Tables.PERSON_CARD;
import static doppelpassdb.tasks.Tables.TASK_CARD;

import doppelpass.identity.Person;
import doppelpass.lists.plug.Column;
import doppelpass.lists.plug.Editing;
import doppelpass.lists.plug.Shape;
import doppelpass.web.Choice;
import doppelpass.web.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a list can show of a task, and which of it can be written in place: done, given to others, moved. */
@Component
class TaskColumns {
    /** A view's columns count as nullable; these never are, and only so an index gives their order. */
    private static final Field<?> TITLE = DSL.lower(TASK_CARD.TITLE).coerce(SQLDataType.VARCHAR.notNull());

    private static final Field<?> CREATED = TASK_CARD.CREATED_AT.coerce(SQLDataType.INSTANT.notNull());
    private static final Field<String> TIME = DSL.field("to_char({0}, 'HH24:MI')", String.class, TASK_CARD.DUE_TIME);
    private static final Field<String> REPEATS = DSL.when(TASK_CARD.RULE.isNotNull(), DSL.inline("yes"));

    private final Tasks tasks;

    TaskColumns(Tasks tasks) {
        this.tasks = tasks;
    }

    List<Column> all() {
        return List.of(
                Column.of("title", "tasks.task", new Shape.Title(), TASK_CARD.TITLE)
                        .sortedBy(TITLE)
                        .edited(Editing.text(TASK_CARD.TITLE, true, change(TaskDetails::titled))),
                Column.of("due", "tasks.due", new Shape.Day(), TASK_CARD.DUE_ON)
                        .edited(Editing.day(TASK_CARD.DUE_ON, false, change((d, day) -> d.on(day(day))))),
                Column.of("time", "tasks.dueTime", new Shape.Text(), TIME),
                Column.of(
                                "priority",
                                "tasks.priority",
                                new Shape.Code("tasks.priority.", TaskColumns::tone),
                                TASK_CARD.PRIORITY)
                        .sortedBy(TaskTable.rank(TASK_CARD.PRIORITY))
                        .edited(Editing.choice(
                                TASK_CARD.PRIORITY,
                                Priority.CODES,
                                "tasks.priority.",
                                true,
                                change((d, code) -> d.weighing(Priority.of(code).orElseThrow())))),
                Column.of("assignee", "tasks.assignee", new Shape.Text(), named(TASK_CARD.ASSIGNEE_ID))
                        .edited(Editing.oneOf(
                                TASK_CARD.ASSIGNEE_ID,
                                this::colleagues,
                                true,
                                change((d, id) -> d.givenTo(Long.parseLong(id))))),
                Column.of("giver", "tasks.giver", new Shape.Text(), named(TASK_CARD.GIVEN_BY)),
                Column.of("state", "tasks.state", new Shape.Code("tasks.state.", TaskColumns::tone), TASK_CARD.STATE)
                        .edited(Editing.choice(TASK_CARD.STATE, Task.State.CODES, "tasks.state.", true, this::move)),
                Column.of("repeats", "tasks.repeat", new Shape.Code("tasks.repeats."), REPEATS),
                Column.of("note", "tasks.note", new Shape.Text(), TASK_CARD.NOTE),
                Column.of("created", "tasks.created", new Shape.Moment(), TASK_CARD.CREATED_AT)
                        .sortedBy(CREATED),
                Column.of("closed", "tasks.closed", new Shape.Moment(), TASK_CARD.CLOSED_AT));
    }

    private Editing.Change change(BiFunction<TaskDetails, String, TaskDetails> edit) {
        return (id, value, by) -> tasks.change(id, details -> edit.apply(details, value), by);
    }

    private void move(long id, String state, Person by) {
        switch (Task.State.valueOf(state.toUpperCase(java.util.Locale.ROOT))) {
            case OPEN -> tasks.reopen(id, by);
            case DONE -> tasks.finish(id, by);
            case DROPPED -> tasks.drop(id, by);
        }
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeException nonsense) {
            throw Refusal.of("tasks.error.day");
        }
    }

    private List<Choice> colleagues() {
        return tasks.colleagues().stream()
                .map(person -> new Choice(Long.toString(person.id()), person.name()))
                .toList();
    }

    private static Field<String> named(Field<Long> person) {
        return DSL.field(DSL.select(PERSON_CARD.NAME).from(PERSON_CARD).where(PERSON_CARD.ID.eq(person)));
    }

    private static String tone(String code) {
        return switch (code) {
            case "high" -> "tag bad";
            case "done" -> "tag good";
            default -> "tag";
        };
    }
}
