package doppelpass.tasks;

import static doppelpassdb.tasks.Tables.TASK;

import doppelpass.timeline.TasksGiven;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The SQL of tasks that files give to people. */
@Component
class GivenTable {
    private final DSLContext db;

    GivenTable(DSLContext db) {
        this.db = db;
    }

    /** What a portion of an import brought that is open and due later, for others than whoever imports. */
    List<TasksGiven.Given> ahead(String stage, LocalDate today, @Nullable Long by) {
        return db.select(TASK.ID, TASK.TITLE, TASK.KIND, TASK.RECORD_ID, TASK.ASSIGNEE_ID)
                .from(TASK)
                .where(TASK.ID.in(DSL.select(DSL.field("s.record_id", Long.class))
                        .from(DSL.table(stage + " s"))
                        .where(DSL.field("s.change", String.class).eq("inserted"))))
                .and(TASK.STATE.eq(Task.State.OPEN.code()))
                .and(TASK.DUE_ON.gt(today))
                .and(TASK.ASSIGNEE_ID.isDistinctFrom(by))
                .fetch(r -> new TasksGiven.Given(
                        r.value1(), r.value2(), TaskTable.subject(r.value3(), r.value4()), r.value5(), null));
    }
}
