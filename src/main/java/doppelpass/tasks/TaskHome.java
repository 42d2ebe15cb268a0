package doppelpass.tasks;

import doppelpass.fields.Home;
import org.springframework.stereotype.Component;

/** Where the fields stand that people made up for tasks. */
@Component
class TaskHome implements Home {
    static final String KIND = "task";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String table() {
        return "tasks.task";
    }
}
