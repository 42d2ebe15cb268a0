package doppelpass.tasks;

import doppelpass.identity.Person;
import doppelpass.lists.plug.Removable;
import org.springframework.stereotype.Component;

/** Tasks can be deleted and put back by those whose business they are. */
@Component
class TaskRemovable implements Removable {
    private final Tasks tasks;
    private final DayTable table;

    TaskRemovable(Tasks tasks, DayTable table) {
        this.tasks = tasks;
        this.table = table;
    }

    @Override
    public String subject() {
        return "task";
    }

    @Override
    public String table() {
        return "tasks.task";
    }

    @Override
    public String path() {
        return "/tasks";
    }

    @Override
    public String name(long id) {
        return table.title(id).orElse("#" + id);
    }

    @Override
    public void demand(long id, Person by) {
        tasks.get(id, by);
    }
}
