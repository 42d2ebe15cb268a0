package doppelpass.tasks;

import static doppelpass.lists.plug.EntryField.choice;
import static doppelpass.lists.plug.EntryField.link;
import static doppelpass.lists.plug.EntryField.of;
import static doppelpass.lists.plug.EntryField.text;

import doppelpass.fields.Fields;
import doppelpass.identity.Person;
import doppelpass.lists.plug.Entry;
import doppelpass.lists.plug.EntryField;
import doppelpass.lists.plug.Kind;
import doppelpass.lists.plug.Wrong;
import doppelpass.timeline.Subject;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tasks as programs send them; being done, dropped or open again is a state like on the list. */
@Component
class TaskEntry implements Entry {
    private final Tasks tasks;
    private final Fields fields;

    TaskEntry(Tasks tasks, Fields fields) {
        this.tasks = tasks;
        this.fields = fields;
    }

    @Override
    public String list() {
        return "tasks";
    }

    /** A task is about one record, of whatever kind. */
    @Override
    public List<EntryField> fields() {
        List<EntryField> fields = new ArrayList<>(List.of(
                text("title", "tasks.task").must(),
                of("due", "tasks.due", Kind.DAY),
                text("time", "tasks.dueTime"),
                choice("priority", "tasks.priority", Priority.CODES),
                link("assignee", "tasks.assignee", EntryField.PEOPLE),
                choice("state", "tasks.state", Task.State.CODES),
                text("note", "tasks.note")));
        for (Subject.Kind kind : Subject.Kind.values()) {
            fields.add(link(kind.code(), "tasks.about", new Subject(kind, 0).list()));
        }
        return fields;
    }

    @Override
    public long add(Map<String, String> sent, Person by) {
        long id = tasks.add(with(TaskDetails.of("", by.id()), sent), by);
        move(id, Task.State.OPEN, sent, by);
        return id;
    }

    @Override
    public void complete(long id) {
        fields.demand(TaskIntake.OBJECT, id, List.of());
    }

    @Override
    public void change(long id, Map<String, String> sent, Person by) {
        Task.State state = tasks.get(id, by).state();
        boolean reopened = "open".equals(sent.get("state"));
        if (reopened) move(id, state, sent, by);
        if (sent.keySet().stream().anyMatch(name -> !name.equals("state")))
            tasks.change(id, details -> with(details, sent), by);
        if (!reopened) move(id, state, sent, by);
    }

    private void move(long id, Task.State from, Map<String, String> sent, Person by) {
        String wanted = sent.getOrDefault("state", "");
        if (wanted.isEmpty() || wanted.equals(from.code())) return;
        switch (Task.State.valueOf(wanted.toUpperCase(Locale.ROOT))) {
            case OPEN -> tasks.reopen(id, by);
            case DONE -> tasks.finish(id, by);
            case DROPPED -> tasks.drop(id, by);
        }
    }

    private static TaskDetails with(TaskDetails details, Map<String, String> sent) {
        TaskDetails typed = details;
        if (sent.containsKey("title")) typed = typed.titled(sent.get("title").strip());
        if (sent.containsKey("note")) typed = typed.noted(sent.get("note").strip());
        if (sent.containsKey("due")) typed = typed.on(day(sent.get("due")));
        if (sent.containsKey("time")) typed = typed.at(time(sent.get("time")));
        String priority = sent.getOrDefault("priority", "");
        if (!priority.isEmpty()) typed = typed.weighing(Priority.of(priority).orElseThrow());
        String assignee = sent.getOrDefault("assignee", "");
        if (!assignee.isEmpty()) typed = typed.givenTo(id(assignee));
        for (Subject.Kind kind : Subject.Kind.values()) {
            String about = sent.get(kind.code());
            if (about != null)
                typed = about.isEmpty() ? without(typed, kind) : typed.about(new Subject(kind, id(about)));
        }
        return typed;
    }

    private static TaskDetails without(TaskDetails details, Subject.Kind kind) {
        Subject about = details.about();
        return about != null && about.kind() == kind ? details.about(null) : details;
    }

    private static long id(String link) {
        return Long.parseLong(link.substring(1));
    }

    private static @Nullable LocalDate day(@Nullable String sent) {
        return Objects.requireNonNull(sent).isEmpty() ? null : LocalDate.parse(sent);
    }

    private static @Nullable LocalTime time(@Nullable String sent) {
        try {
            return Objects.requireNonNull(sent).isEmpty() ? null : LocalTime.parse(sent);
        } catch (DateTimeException nonsense) {
            throw new Wrong("time", "tasks.error.day");
        }
    }
}
