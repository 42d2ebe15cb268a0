package doppelpass.tasks;

import doppelpass.web.Local;
import doppelpass.web.Menu;
import java.util.List;
import org.springframework.stereotype.Component;

/** My day with the number of what presses, and the list of all tasks. */
@Component
class TaskMenu implements Menu {
    private final DayTable table;
    private final Tasks tasks;

    TaskMenu(DayTable table, Tasks tasks) {
        this.table = table;
        this.tasks = tasks;
    }

    @Override
    public List<Entry> entries() {
        return List.of(
                new Entry(Section.TOP, 5, "tasks.day", "/day", "sun", this::pressing),
                new Entry(Section.RECORDS, 55, "tasks.title", "/tasks", "checkbox"));
    }

    private int pressing(Local.Reader reader) {
        return table.pressing(reader.id(), tasks.now().toLocalDate());
    }
}
