package doppelpass.meetings;

import static doppelpassdb.identity.Tables.PERSON_CARD;
import static doppelpassdb.meetings.Tables.ACTION;

import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.database.Keyset;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL about actions. */
@Component
class ActionTable {
    static final Map<String, Field<?>> SORTS =
            Map.of("due", ACTION.DUE_ON, "text", ACTION.TEXT, "owner", PERSON_CARD.NAME);
    private static final int SHOWN = 200;

    private final DSLContext db;

    ActionTable(DSLContext db) {
        this.db = db;
    }

    long insert(@Nullable Long meeting, NewAction a, long by, Instant now) {
        return db.insertInto(ACTION)
                .set(ACTION.MEETING_ID, meeting)
                .set(ACTION.TEXT, a.text())
                .set(ACTION.OWNER_ID, a.ownerId())
                .set(ACTION.DUE_ON, a.dueOn())
                .set(ACTION.KPI, a.kpi())
                .set(ACTION.EFFECT, a.effect())
                .set(ACTION.CREATED_BY, by)
                .set(ACTION.CREATED_AT, now)
                .returning(ACTION.ID)
                .fetchSingle(ACTION.ID);
    }

    Optional<Action> find(long id) {
        return db.select(fields())
                .from(ACTION)
                .join(PERSON_CARD)
                .on(PERSON_CARD.ID.eq(ACTION.OWNER_ID))
                .where(ACTION.ID.eq(id))
                .fetchOptional(ActionTable::action);
    }

    Page<Action> list(ActionQuery query, LocalDate today, PageRequest request) {
        var from = ACTION.join(PERSON_CARD).on(PERSON_CARD.ID.eq(ACTION.OWNER_ID));
        Field<?> sort = SORTS.getOrDefault(request.sort(), ACTION.DUE_ON);
        return new Keyset(db, from, where(query, today), sort, ACTION.ID, request)
                .fetch(fields(), ActionTable::action, Action::id);
    }

    /** What one meeting decided to do. */
    List<Action> of(long meeting) {
        return db.select(fields())
                .from(ACTION)
                .join(PERSON_CARD)
                .on(PERSON_CARD.ID.eq(ACTION.OWNER_ID))
                .where(ACTION.MEETING_ID.eq(meeting))
                .orderBy(ACTION.ID)
                .limit(SHOWN)
                .fetch(ActionTable::action);
    }

    /** Open and due before a day, the oldest first. */
    List<Action> dueBefore(LocalDate day) {
        return db.select(fields())
                .from(ACTION)
                .join(PERSON_CARD)
                .on(PERSON_CARD.ID.eq(ACTION.OWNER_ID))
                .where(ACTION.DONE_AT.isNull().and(ACTION.DUE_ON.lt(day)))
                .orderBy(ACTION.DUE_ON, ACTION.ID)
                .limit(SHOWN)
                .fetch(ActionTable::action);
    }

    int open(long owner) {
        return db.fetchCount(ACTION, ACTION.OWNER_ID.eq(owner).and(ACTION.DONE_AT.isNull()));
    }

    void done(long id, String result, Instant now) {
        db.update(ACTION)
                .set(ACTION.DONE_AT, now)
                .set(ACTION.RESULT, result)
                .where(ACTION.ID.eq(id))
                .execute();
    }

    void reopen(long id) {
        db.update(ACTION).setNull(ACTION.DONE_AT).where(ACTION.ID.eq(id)).execute();
    }

    /** True for the one caller who may remind of it today. */
    boolean reminded(long id, LocalDate today) {
        return db.update(ACTION)
                        .set(ACTION.REMINDED_ON, today)
                        .where(ACTION.ID.eq(id))
                        .and(ACTION.REMINDED_ON.isNull().or(ACTION.REMINDED_ON.lt(today)))
                        .execute()
                == 1;
    }

    private static Condition where(ActionQuery query, LocalDate today) {
        Condition condition = DSL.noCondition();
        if (query.owner() != null) condition = condition.and(ACTION.OWNER_ID.eq(query.owner()));
        return switch (query.state()) {
            case "open" -> condition.and(ACTION.DONE_AT.isNull());
            case "overdue" -> condition.and(ACTION.DONE_AT.isNull()).and(ACTION.DUE_ON.lt(today));
            case "done" -> condition.and(ACTION.DONE_AT.isNotNull());
            default -> condition;
        };
    }

    private static List<Field<?>> fields() {
        List<Field<?>> fields = new ArrayList<>(List.of(ACTION.fields()));
        fields.add(PERSON_CARD.NAME);
        fields.add(PERSON_CARD.FUNCTION);
        return fields;
    }

    static Action action(Record r) {
        return new Action(
                r.get(ACTION.ID),
                r.get(ACTION.MEETING_ID),
                r.get(ACTION.TEXT),
                r.get(ACTION.OWNER_ID),
                r.get(PERSON_CARD.NAME),
                r.get(PERSON_CARD.FUNCTION),
                r.get(ACTION.DUE_ON),
                r.get(ACTION.KPI),
                r.get(ACTION.EFFECT),
                r.get(ACTION.DONE_AT),
                r.get(ACTION.RESULT));
    }
}
