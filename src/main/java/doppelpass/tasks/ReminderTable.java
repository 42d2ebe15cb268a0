package doppelpass.tasks;

import static doppelpassdb.tasks.Tables.TASK;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The SQL of reminders. */
@Component
class ReminderTable {
    private static final int PORTION = 200;

    private final DSLContext db;

    ReminderTable(DSLContext db) {
        this.db = db;
    }

    /** A task to remind of. */
    record Due(long id, long assignee, boolean byMail) {}

    /** Marks what is due by the wall clock as reminded of and returns it: each once, whoever asks. */
    List<Due> ring(LocalDateTime wall, Instant now) {
        return db.update(TASK)
                .set(TASK.REMINDED_AT, now)
                .where(TASK.ID.in(DSL.select(TASK.ID)
                        .from(TASK)
                        .where(
                                TASK.STATE.eq("open"),
                                TASK.REMINDED_AT.isNull(),
                                TASK.REMIND_AT.isNotNull(),
                                TASK.REMIND_AT.le(wall))
                        .orderBy(TASK.REMIND_AT, TASK.ID)
                        .limit(PORTION)
                        .forUpdate()
                        .skipLocked()))
                .and(TASK.REMINDED_AT.isNull())
                .returning(TASK.ID, TASK.ASSIGNEE_ID, TASK.REMIND_MAIL)
                .fetch(r -> new Due(
                        Objects.requireNonNull(r.get(TASK.ID)),
                        Objects.requireNonNull(r.get(TASK.ASSIGNEE_ID)),
                        Objects.requireNonNull(r.get(TASK.REMIND_MAIL))));
    }
}
