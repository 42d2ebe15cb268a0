package doppelpass.tasks;

import static doppelpassdb.tasks.Tables.TASK_CARD;

import doppelpass.identity.Person;
import doppelpass.lists.plug.Calendar;
import doppelpass.lists.plug.Listing;
import doppelpass.lists.plug.RecordList;
import doppelpass.web.Asked;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Tasks in lists: open ones unless others are asked for, the next due first. What they are about is a column of the deals. */
@Component
class TaskList implements RecordList {
    private static final Set<String> STATES = Set.of("open", "done", "dropped", "all");
    private static final Field<String> SEARCHED =
            DSL.field("lower({0} || ' ' || {1})", String.class, TASK_CARD.TITLE, TASK_CARD.NOTE);

    private final TaskColumns columns;
    private final Sight sight;

    TaskList(TaskColumns columns, Sight sight) {
        this.columns = columns;
        this.sight = sight;
    }

    @Override
    public Listing listing() {
        return new Listing(
                        "tasks",
                        "task",
                        TASK_CARD,
                        TASK_CARD.ID,
                        Set.of("q", "state", "assignee", "priority"),
                        columns.all(),
                        List.of("title", "about", "due", "priority", "assignee", "giver", "state"),
                        "due",
                        false)
                .by(new Calendar("task.due_on", TASK_CARD.DUE_ON, List.of("title", "assignee")));
    }

    @Override
    public Condition where(Asked asked, Person reader) {
        Condition all = seen(reader);
        String state = asked.oneOf("state", STATES);
        if (!state.equals("all")) all = all.and(TASK_CARD.STATE.eq(DSL.inline(state.isEmpty() ? "open" : state)));
        String priority = asked.oneOf("priority", Set.copyOf(Priority.CODES));
        if (!priority.isEmpty()) all = all.and(TASK_CARD.PRIORITY.eq(priority));
        Long assignee = asked.text("assignee").equals("mine") ? Long.valueOf(reader.id()) : asked.number("assignee");
        if (assignee != null) all = all.and(TASK_CARD.ASSIGNEE_ID.eq(assignee));
        if (asked.text("q").isEmpty()) return all;
        return all.and(SEARCHED.like("%" + DSL.escape(asked.text("q").toLowerCase(Locale.ROOT), '!') + "%", '!'));
    }

    @Override
    public Condition seen(Person reader) {
        return TaskTable.seen(TASK_CARD, sight.of(reader));
    }
}
