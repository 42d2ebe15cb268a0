package doppelpass.tasks;

import static doppelpassdb.tasks.Tables.TASK;

import doppelpass.records.Erasing;
import doppelpass.records.RecordKey;
import doppelpass.timeline.Subject;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Tasks about a person and their leads go. */
@Component
class TaskErasing implements Erasing {
    private final DSLContext db;

    TaskErasing(DSLContext db) {
        this.db = db;
    }

    @Override
    public List<Taken> erase(Set<Subject> records) {
        long many = db.deleteFrom(TASK)
                .where(RecordKey.among(TASK.KIND, TASK.RECORD_ID, records))
                .execute();
        return List.of(new Taken("tasks.title", many));
    }
}
