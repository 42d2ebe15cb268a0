package doppelpass.tasks;

import static doppelpassdb.tasks.Tables.TASK;

import doppelpass.timeline.Chapter;
import doppelpass.web.Words;
import org.jooq.Condition;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Tasks in the histories of their records once they are done; what is open stands above. */
@Component
class TaskChapter implements Chapter {
    @Override
    public String filter() {
        return "task";
    }

    @Override
    public String icon() {
        return "checkbox";
    }

    @Override
    public Table<?> table() {
        return TASK;
    }

    @Override
    public Columns columns() {
        return new Columns(
                TASK.ID, DSL.inline("task"), TASK.TITLE, TASK.CLOSED_BY, TASK.CLOSED_AT, TASK.KIND, TASK.RECORD_ID);
    }

    @Override
    public Condition told() {
        return TASK.STATE.eq("done").and(TASK.CLOSED_AT.isNotNull());
    }

    @Override
    public String label(String kind) {
        return Words.t("tasks.told");
    }
}
