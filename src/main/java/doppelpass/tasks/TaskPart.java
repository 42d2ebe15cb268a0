package doppelpass.tasks;

import doppelpass.identity.Person;
import doppelpass.records.RecordPart;
import doppelpass.timeline.Subject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What is to do about a record, in the head of its page: the next step first. */
@Component
class TaskPart implements RecordPart {
    private final DayTable table;
    private final Tasks tasks;

    TaskPart(DayTable table, Tasks tasks) {
        this.table = table;
        this.tasks = tasks;
    }

    @Override
    public List<Part> of(Subject record, Person reader) {
        return List.of(new Part(Place.HEAD, 20, "tasks/part", model(record, reader)));
    }

    /** A deal has a next step of its own: there tasks are tasks. */
    Map<String, Object> model(Subject record, Person reader) {
        Map<String, Object> model = new HashMap<>();
        model.put("record", record);
        model.put("tasks", table.openOf(record));
        table.lastDoneOf(record).ifPresent(task -> model.put("last", task));
        model.put("heading", record.kind() == Subject.Kind.DEAL ? "tasks.title" : "tasks.next");
        model.put("none", record.kind() == Subject.Kind.DEAL ? "tasks.none" : "tasks.next.none");
        model.put("me", reader);
        model.put("now", tasks.now());
        return model;
    }
}
