package doppelpass.tasks;

import static doppelpassdb.tasks.Tables.TASK;

import doppelpass.timeline.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The SQL of the tasks of one person's day, and of one record. */
@Component
class DayTable {
    private static final int SHOWN = 300;
    private static final int OF_RECORD = 50;
    private static final Condition OPEN = TASK.STATE.eq("open");
    private static final Condition RINGS = TASK.REMINDED_AT.isNotNull().and(TASK.NOTICED_AT.isNull());

    private final DSLContext db;

    DayTable(DSLContext db) {
        this.db = db;
    }

    /** How many tasks of a person stand in each part of the day. */
    record Counts(int overdue, int today, int ringing, int week, int undated) {}

    Counts counts(long person, LocalDate today, LocalDate until) {
        Condition later = TASK.DUE_ON.isNull().or(TASK.DUE_ON.gt(until));
        return db.select(
                        number(TASK.DUE_ON.lt(today)),
                        number(TASK.DUE_ON.eq(today)),
                        number(later.and(RINGS)),
                        number(TASK.DUE_ON.gt(today).and(TASK.DUE_ON.le(until))),
                        number(TASK.DUE_ON.isNull().andNot(RINGS)))
                .from(TASK)
                .where(OPEN, TASK.ASSIGNEE_ID.eq(person))
                .fetchSingle(r -> new Counts(r.value1(), r.value2(), r.value3(), r.value4(), r.value5()));
    }

    /** What cannot wait for tomorrow: the number beside the menu entry. */
    int pressing(long person, LocalDate today) {
        return db.fetchCount(
                TASK,
                OPEN.and(TASK.ASSIGNEE_ID.eq(person)).and(TASK.DUE_ON.le(today).or(RINGS)));
    }

    List<Task> of(long person, LocalDate until) {
        return db.select(TaskTable.fields())
                .from(TaskTable.WITH_NAMES)
                .where(
                        OPEN,
                        TASK.ASSIGNEE_ID.eq(person),
                        TASK.DUE_ON.le(until).or(TASK.DUE_ON.isNull()).or(RINGS))
                .orderBy(order())
                .limit(SHOWN)
                .fetch(TaskTable::task);
    }

    Optional<String> title(long id) {
        return db.select(TASK.TITLE).from(TASK).where(TASK.ID.eq(id)).fetchOptional(TASK.TITLE);
    }

    int doneSince(long person, Instant since) {
        return db.fetchCount(
                TASK, TASK.STATE.eq("done").and(TASK.ASSIGNEE_ID.eq(person)).and(TASK.CLOSED_AT.ge(since)));
    }

    /** The open tasks of a record, the next one first. */
    List<Task> openOf(Subject subject) {
        return db.select(TaskTable.fields())
                .from(TaskTable.WITH_NAMES)
                .where(of(subject), OPEN)
                .orderBy(order())
                .limit(OF_RECORD)
                .fetch(TaskTable::task);
    }

    Optional<Task> lastDoneOf(Subject subject) {
        return db.select(TaskTable.fields())
                .from(TaskTable.WITH_NAMES)
                .where(of(subject), TASK.STATE.eq("done"))
                .orderBy(TASK.CLOSED_AT.desc(), TASK.ID.desc())
                .limit(1)
                .fetchOptional(TaskTable::task);
    }

    private static Condition of(Subject subject) {
        return TASK.KIND.eq(subject.kind().code()).and(TASK.RECORD_ID.eq(subject.id()));
    }

    private static List<OrderField<?>> order() {
        return List.of(
                TASK.DUE_ON.asc().nullsLast(), TASK.DUE_TIME.asc().nullsLast(), TaskTable.rank(TASK.PRIORITY), TASK.ID);
    }

    private static Field<Integer> number(Condition which) {
        return DSL.count().filterWhere(which);
    }
}
