package doppelpass.tasks;

import static doppelpassdb.tasks.Tables.TASK;

import doppelpass.records.Erasing;
import doppelpass.records.RecordKey;
import doppelpass.timeline.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Tasks about a person and their leads go. */
@Component
class TaskErasing implements Erasing {
    private final DSLContext db;

    TaskErasing(DSLContext db) {
        this.db = db;
    }

    /** Before it was about them a task may have been noted under its own number. */
    @Override
    public Map<String, Set<Long>> noted(Set<Subject> records) {
        return Map.of(
                "task", db.select(TASK.ID).from(TASK).where(about(records)).fetchSet(TASK.ID));
    }

    @Override
    public List<Taken> erase(Set<Subject> records) {
        Condition theirs = about(records);
        // a series may go on with tasks that were given another record
        db.update(TASK)
                .setNull(TASK.SERIES_ID)
                .where(TASK.SERIES_ID.in(DSL.select(TASK.ID).from(TASK).where(theirs)))
                .execute();
        long many = db.deleteFrom(TASK).where(theirs).execute();
        return List.of(new Taken("tasks.title", many));
    }

    private static Condition about(Set<Subject> records) {
        return RecordKey.among(TASK.KIND, TASK.RECORD_ID, records);
    }
}
