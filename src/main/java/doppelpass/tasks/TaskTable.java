package doppelpass.tasks;

import static doppelpassdb.identity.Tables.PERSON_CARD;
import static doppelpassdb.tasks.Tables.TASK;

import doppelpass.core.Recurrence;
import doppelpass.timeline.Subject;
import doppelpassdb.identity.tables.PersonCard;
import doppelpassdb.tasks.tables.records.TaskRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The SQL that writes tasks and reads single ones. */
@Component
class TaskTable {
    private static final PersonCard ASSIGNEE = PERSON_CARD.as("assignee");
    private static final PersonCard GIVER = PERSON_CARD.as("giver");
    private static final PersonCard CLOSER = PERSON_CARD.as("closer");
    static final Table<?> WITH_NAMES = TASK.join(ASSIGNEE)
            .on(ASSIGNEE.ID.eq(TASK.ASSIGNEE_ID))
            .leftJoin(GIVER)
            .on(GIVER.ID.eq(TASK.GIVEN_BY))
            .leftJoin(CLOSER)
            .on(CLOSER.ID.eq(TASK.CLOSED_BY));

    private final DSLContext db;

    TaskTable(DSLContext db) {
        this.db = db;
    }

    /** Where a task stands in a series. */
    record Place(
            @Nullable LocalDate startsOn,
            @Nullable LocalDate occursOn,
            @Nullable Long seriesId) {
        static final Place ALONE = new Place(null, null, null);
    }

    long insert(TaskDetails details, Place place, @Nullable Long givenBy, long by, Instant now) {
        TaskRecord row = write(db.newRecord(TASK), details, place);
        row.setGivenBy(givenBy);
        row.setCreatedBy(by);
        row.setCreatedAt(now);
        row.setChangedAt(now);
        return db.insertInto(TASK).set(row).returning(TASK.ID).fetchSingle(TASK.ID);
    }

    /** With {@code ringAgain} its reminder has not come yet. */
    void update(long id, TaskDetails details, Place place, @Nullable Long givenBy, boolean ringAgain, Instant now) {
        TaskRecord row = write(db.newRecord(TASK), details, place);
        row.setGivenBy(givenBy);
        row.setChangedAt(now);
        if (ringAgain) {
            row.setRemindedAt(null);
            row.setNoticedAt(null);
        }
        db.update(TASK).set(row).where(TASK.ID.eq(id)).execute();
    }

    private static TaskRecord write(TaskRecord row, TaskDetails details, Place place) {
        Subject about = details.about();
        Recurrence rule = details.rule();
        row.setTitle(details.title());
        row.setNote(details.note());
        row.setDueOn(details.dueOn());
        row.setDueTime(details.dueTime());
        row.setPriority(details.priority().code());
        row.setAssigneeId(details.assigneeId());
        row.setKind(about == null ? null : about.kind().code());
        row.setRecordId(about == null ? null : about.id());
        row.setRemindAt(details.remindAt());
        row.setRemindMail(details.remindMail());
        row.setRule(rule == null ? null : rule.rule());
        row.setStartsOn(place.startsOn());
        row.setOccursOn(place.occursOn());
        row.setSeriesId(place.seriesId());
        return row;
    }

    void close(long id, Task.State state, long by, Instant now) {
        db.update(TASK)
                .set(TASK.STATE, state.code())
                .set(TASK.CLOSED_AT, now)
                .set(TASK.CLOSED_BY, by)
                .set(TASK.CHANGED_AT, now)
                .where(TASK.ID.eq(id))
                .execute();
    }

    void reopen(long id, Instant now) {
        db.update(TASK)
                .set(TASK.STATE, Task.State.OPEN.code())
                .setNull(TASK.CLOSED_AT)
                .setNull(TASK.CLOSED_BY)
                .set(TASK.CHANGED_AT, now)
                .where(TASK.ID.eq(id))
                .execute();
    }

    void notice(long id, Instant now) {
        db.update(TASK).set(TASK.NOTICED_AT, now).where(TASK.ID.eq(id)).execute();
    }

    /** Hands the values of fields people made up on to what comes after it. */
    void hand(long from, long to) {
        var before = TASK.as("before");
        db.update(TASK)
                .set(TASK.FIELDS, before.FIELDS)
                .from(before)
                .where(TASK.ID.eq(to), before.ID.eq(from))
                .and(before.FIELDS.ne(DSL.inline(JSONB.valueOf("{}"))))
                .execute();
    }

    /** Whether a later one of its series is there. */
    boolean followed(long series, LocalDate occursOn) {
        return db.fetchExists(TASK, later(series, occursOn));
    }

    /** Takes back what came of closing it too early, unless somebody has touched it. */
    void forgetFollowers(long series, LocalDate occursOn) {
        db.deleteFrom(TASK)
                .where(later(series, occursOn))
                .and(TASK.STATE.eq(Task.State.OPEN.code()))
                .and(TASK.CHANGED_AT.eq(TASK.CREATED_AT))
                .and(TASK.REMINDED_AT.isNull())
                .execute();
    }

    private static Condition later(long series, LocalDate occursOn) {
        return TASK.SERIES_ID.eq(series).and(TASK.OCCURS_ON.gt(occursOn));
    }

    Optional<Task> find(long id, Sight.Eyes eyes) {
        return db.select(fields())
                .from(WITH_NAMES)
                .where(TASK.ID.eq(id).and(seen(TASK, eyes)))
                .fetchOptional(TaskTable::task);
    }

    /** The same, held until the end of the transaction. */
    Optional<Task> lock(long id, Sight.Eyes eyes) {
        db.select(TASK.ID).from(TASK).where(TASK.ID.eq(id)).forUpdate().fetch();
        return find(id, eyes);
    }

    /** What a reader may see, of the table or its view. */
    static Condition seen(Table<?> tasks, Sight.Eyes eyes) {
        return on(tasks, TASK.ASSIGNEE_ID)
                .eq(eyes.person())
                .or(on(tasks, TASK.CREATED_BY).eq(eyes.person()))
                .or(on(tasks, TASK.GIVEN_BY).eq(eyes.person()))
                .or(on(tasks, TASK.KIND).in(eyes.kinds()));
    }

    private static <T> Field<T> on(Table<?> tasks, Field<T> column) {
        return java.util.Objects.requireNonNull(tasks.field(column.getName(), column.getType()));
    }

    static List<Field<?>> fields() {
        List<Field<?>> fields = new ArrayList<>(List.of(TASK.fields()));
        fields.addAll(List.of(ASSIGNEE.NAME, GIVER.NAME, CLOSER.NAME));
        return fields;
    }

    static Field<Integer> rank(Field<String> priority) {
        return DSL.when(priority.eq("high"), 1).when(priority.eq("normal"), 2).otherwise(3);
    }

    static Task task(Record r) {
        TaskRecord row = r.into(TASK);
        return new Task(
                row.getId(),
                details(row),
                Task.State.valueOf(row.getState().toUpperCase(Locale.ROOT)),
                r.get(ASSIGNEE.NAME),
                row.getGivenBy(),
                r.get(GIVER.NAME),
                row.getStartsOn(),
                row.getOccursOn(),
                row.getSeriesId(),
                row.getRemindedAt(),
                row.getNoticedAt(),
                row.getCreatedBy(),
                row.getCreatedAt(),
                row.getClosedAt(),
                r.get(CLOSER.NAME));
    }

    static @Nullable Subject subject(@Nullable String kind, @Nullable Long record) {
        return kind == null || record == null
                ? null
                : new Subject(Subject.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), record);
    }

    private static TaskDetails details(TaskRecord row) {
        return new TaskDetails(
                row.getTitle(),
                row.getNote(),
                row.getDueOn(),
                row.getDueTime(),
                Priority.of(row.getPriority()).orElseThrow(),
                row.getAssigneeId(),
                subject(row.getKind(), row.getRecordId()),
                row.getRemindAt(),
                row.getRemindMail(),
                row.getRule() == null ? null : new Recurrence(row.getRule()));
    }
}
