package doppelpass.meetings;

import static doppelpassdb.identity.Tables.PERSON_CARD;
import static doppelpassdb.meetings.Tables.MEETING;
import static doppelpassdb.meetings.Tables.SERIES;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** All SQL about the single dates of a series and where they stand. */
@Component
class MeetingTable {
    private static final List<String> AHEAD = List.of("planned", "published");

    private final DSLContext db;

    MeetingTable(DSLContext db) {
        this.db = db;
    }

    void insert(Series series, LocalDateTime original, Instant starts, String moderator) {
        db.insertInto(MEETING)
                .set(MEETING.SERIES_ID, series.id())
                .set(MEETING.ORIGINAL_AT, original)
                .set(MEETING.STARTS_AT, starts)
                .set(MEETING.MINUTES, series.minutes())
                .set(MEETING.MODERATOR, moderator)
                .execute();
    }

    Optional<Meeting> find(long id) {
        return meetings(MEETING.ID.eq(id)).fetchOptional(MeetingTable::meeting);
    }

    /** Every date of a series, the first one first. */
    List<Meeting> of(long series) {
        return meetings(MEETING.SERIES_ID.eq(series))
                .orderBy(MEETING.ORIGINAL_AT)
                .limit(1000)
                .fetch(MeetingTable::meeting);
    }

    /** What has not been cancelled and ends after a time. */
    List<Meeting> after(Instant time, int limit) {
        return meetings(MEETING.STARTS_AT
                        .gt(time)
                        .or(MEETING.STATE.in("running", "drafted"))
                        .and(MEETING.STATE.ne("cancelled")))
                .orderBy(MEETING.STARTS_AT, MEETING.ID)
                .limit(limit)
                .fetch(MeetingTable::meeting);
    }

    List<Meeting> before(Instant time, int limit) {
        return meetings(MEETING.STARTS_AT.le(time).and(MEETING.STATE.in("confirmed", "cancelled")))
                .orderBy(MEETING.STARTS_AT.desc(), MEETING.ID)
                .limit(limit)
                .fetch(MeetingTable::meeting);
    }

    /** Ahead and within a span. */
    List<Meeting> ahead(Instant from, Instant to) {
        return meetings(MEETING.STATE.in(AHEAD).and(MEETING.STARTS_AT.between(from, to)))
                .orderBy(MEETING.STARTS_AT)
                .limit(200)
                .fetch(MeetingTable::meeting);
    }

    /** When the teams last met in this series before a meeting. */
    Optional<Meeting> previous(Meeting meeting) {
        return meetings(MEETING.SERIES_ID
                        .eq(meeting.series().id())
                        .and(MEETING.STARTS_AT.lt(meeting.startsAt()))
                        .and(MEETING.STATE.in("running", "drafted", "confirmed")))
                .orderBy(MEETING.STARTS_AT.desc())
                .limit(1)
                .fetchOptional(MeetingTable::meeting);
    }

    void move(long id, LocalDateTime original, Instant starts, int minutes, int sequence) {
        db.update(MEETING)
                .set(MEETING.ORIGINAL_AT, original)
                .set(MEETING.STARTS_AT, starts)
                .set(MEETING.MINUTES, minutes)
                .set(MEETING.SEQUENCE, sequence)
                .setNull(MEETING.REMINDED_AT)
                .where(MEETING.ID.eq(id))
                .execute();
    }

    boolean cancel(long id, int sequence, String reason) {
        return db.update(MEETING)
                        .set(MEETING.STATE, MeetingState.CANCELLED.code())
                        .set(MEETING.SEQUENCE, sequence)
                        .set(MEETING.REASON, reason)
                        .where(MEETING.ID.eq(id).and(MEETING.STATE.in(AHEAD)))
                        .execute()
                == 1;
    }

    boolean publish(long id, Instant now) {
        return step(id, List.of("planned"), MeetingState.PUBLISHED, MEETING.PUBLISHED_AT, now);
    }

    boolean open(long id, Instant now) {
        return step(id, AHEAD, MeetingState.RUNNING, MEETING.OPENED_AT, now);
    }

    boolean close(long id, Instant now) {
        return step(id, List.of("running"), MeetingState.DRAFTED, MEETING.CLOSED_AT, now);
    }

    void confirm(long id) {
        db.update(MEETING)
                .set(MEETING.STATE, MeetingState.CONFIRMED.code())
                .where(MEETING.ID.eq(id).and(MEETING.STATE.eq(MeetingState.DRAFTED.code())))
                .execute();
    }

    /** Holds others who would write into the same minutes until the transaction ends. */
    Optional<Meeting> lock(long id) {
        db.select(MEETING.ID).from(MEETING).where(MEETING.ID.eq(id)).forUpdate().fetch();
        return find(id);
    }

    /** True for the one caller who brought the meeting from one state to the next. */
    private boolean step(long id, List<String> from, MeetingState to, Field<Instant> when, Instant now) {
        return db.update(MEETING)
                        .set(MEETING.STATE, to.code())
                        .set(when, now)
                        .where(MEETING.ID.eq(id).and(MEETING.STATE.in(from)))
                        .execute()
                == 1;
    }

    void collected(long id, Instant now) {
        db.update(MEETING)
                .set(MEETING.COLLECTED_AT, now)
                .where(MEETING.ID.eq(id))
                .execute();
    }

    boolean reminded(long id, Instant now) {
        return db.update(MEETING)
                        .set(MEETING.REMINDED_AT, now)
                        .where(MEETING.ID.eq(id).and(MEETING.REMINDED_AT.isNull()))
                        .execute()
                == 1;
    }

    void current(long id, long item, Instant now) {
        db.update(MEETING)
                .set(MEETING.ITEM_ID, item)
                .set(MEETING.ITEM_AT, now)
                .where(MEETING.ID.eq(id))
                .execute();
    }

    private SelectConditionStep<? extends Record> meetings(Condition condition) {
        return db.select(MEETING.fields())
                .select(SERIES.fields())
                .select(PERSON_CARD.NAME, SeriesTable.PARTICIPANTS)
                .from(MEETING)
                .join(SERIES)
                .on(SERIES.ID.eq(MEETING.SERIES_ID))
                .join(PERSON_CARD)
                .on(PERSON_CARD.ID.eq(SERIES.HOST_ID))
                .where(DSL.condition(condition));
    }

    private static Meeting meeting(Record r) {
        return new Meeting(
                r.get(MEETING.ID),
                SeriesTable.series(r),
                r.get(MEETING.ORIGINAL_AT),
                r.get(MEETING.STARTS_AT),
                r.get(MEETING.MINUTES),
                MeetingState.of(r.get(MEETING.STATE)),
                r.get(MEETING.SEQUENCE),
                r.get(MEETING.MODERATOR),
                r.get(MEETING.ITEM_ID),
                r.get(MEETING.COLLECTED_AT),
                r.get(MEETING.OPENED_AT),
                r.get(MEETING.ITEM_AT),
                r.get(MEETING.CLOSED_AT),
                r.get(MEETING.REASON));
    }
}
