package doppelpass.meetings;

import static doppelpassdb.identity.Tables.PERSON_CARD;
import static doppelpassdb.meetings.Tables.ACTION;
import static doppelpassdb.meetings.Tables.ATTENDANCE;
import static doppelpassdb.meetings.Tables.CONFIRMATION;
import static doppelpassdb.meetings.Tables.CORRECTION;
import static doppelpassdb.meetings.Tables.OUTCOME;
import static doppelpassdb.meetings.Tables.VOTE;
import static doppelpassdb.meetings.Tables.VOTER;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL about what was said, who was there, who confirmed it, and whether it was worth the time. */
@Component
class MinutesTable {
    private final DSLContext db;

    MinutesTable(DSLContext db) {
        this.db = db;
    }

    List<Outcome> outcomes(long meeting) {
        var decider = PERSON_CARD.as("decider");
        return db.select(OUTCOME.fields())
                .select(decider.NAME.as("decider_name"))
                .select(ACTION.fields())
                .select(PERSON_CARD.NAME, PERSON_CARD.FUNCTION)
                .from(OUTCOME)
                .leftJoin(decider)
                .on(decider.ID.eq(OUTCOME.DECIDER_ID))
                .leftJoin(ACTION)
                .on(ACTION.ID.eq(OUTCOME.ACTION_ID))
                .leftJoin(PERSON_CARD)
                .on(PERSON_CARD.ID.eq(ACTION.OWNER_ID))
                .where(OUTCOME.MEETING_ID.eq(meeting))
                .orderBy(OUTCOME.ID)
                .limit(500)
                .fetch(MinutesTable::outcome);
    }

    void record(
            Item item,
            String kind,
            String text,
            @Nullable Long decider,
            @Nullable LocalDate validFrom,
            @Nullable Long action,
            long by,
            Instant now) {
        db.insertInto(OUTCOME)
                .set(OUTCOME.MEETING_ID, item.meetingId())
                .set(OUTCOME.ITEM_ID, item.id())
                .set(OUTCOME.KIND, kind)
                .set(OUTCOME.TEXT, text)
                .set(OUTCOME.DECIDER_ID, decider)
                .set(OUTCOME.VALID_FROM, validFrom)
                .set(OUTCOME.ACTION_ID, action)
                .set(OUTCOME.RECORDED_BY, by)
                .set(OUTCOME.RECORDED_AT, now)
                .execute();
    }

    /** Takes an outcome back; an action of its own goes with it. */
    void strike(long meeting, long outcome) {
        Long action = db.deleteFrom(OUTCOME)
                .where(OUTCOME.ID.eq(outcome).and(OUTCOME.MEETING_ID.eq(meeting)))
                .returning(OUTCOME.ACTION_ID)
                .fetchOne(OUTCOME.ACTION_ID);
        if (action != null) db.deleteFrom(ACTION).where(ACTION.ID.eq(action)).execute();
    }

    /** What changes after somebody confirmed has to be confirmed again. */
    void unconfirm(long meeting) {
        db.deleteFrom(CONFIRMATION).where(CONFIRMATION.MEETING_ID.eq(meeting)).execute();
    }

    void confirm(long meeting, String function, long person, Instant now) {
        db.insertInto(CONFIRMATION)
                .set(CONFIRMATION.MEETING_ID, meeting)
                .set(CONFIRMATION.FUNCTION, function)
                .set(CONFIRMATION.PERSON_ID, person)
                .set(CONFIRMATION.CONFIRMED_AT, now)
                .onConflictDoNothing()
                .execute();
    }

    List<Confirmation> confirmations(long meeting) {
        return db.select(CONFIRMATION.FUNCTION, PERSON_CARD.NAME, CONFIRMATION.CONFIRMED_AT)
                .from(CONFIRMATION)
                .join(PERSON_CARD)
                .on(PERSON_CARD.ID.eq(CONFIRMATION.PERSON_ID))
                .where(CONFIRMATION.MEETING_ID.eq(meeting))
                .orderBy(CONFIRMATION.FUNCTION)
                .fetch(r -> new Confirmation(r.value1(), r.value2(), r.value3()));
    }

    void correct(long meeting, String text, long person, Instant now) {
        db.insertInto(CORRECTION)
                .set(CORRECTION.MEETING_ID, meeting)
                .set(CORRECTION.TEXT, text)
                .set(CORRECTION.PERSON_ID, person)
                .set(CORRECTION.RECORDED_AT, now)
                .execute();
    }

    List<Correction> corrections(long meeting) {
        return db.select(CORRECTION.TEXT, PERSON_CARD.NAME, CORRECTION.RECORDED_AT)
                .from(CORRECTION)
                .join(PERSON_CARD)
                .on(PERSON_CARD.ID.eq(CORRECTION.PERSON_ID))
                .where(CORRECTION.MEETING_ID.eq(meeting))
                .orderBy(CORRECTION.ID)
                .limit(200)
                .fetch(r -> new Correction(r.value1(), r.value2(), r.value3()));
    }

    Set<Long> present(long meeting) {
        return new HashSet<>(db.select(ATTENDANCE.PERSON_ID)
                .from(ATTENDANCE)
                .where(ATTENDANCE.MEETING_ID.eq(meeting))
                .fetch(ATTENDANCE.PERSON_ID));
    }

    void present(long meeting, Set<Long> people) {
        db.deleteFrom(ATTENDANCE).where(ATTENDANCE.MEETING_ID.eq(meeting)).execute();
        people.forEach(person -> db.insertInto(ATTENDANCE)
                .set(ATTENDANCE.MEETING_ID, meeting)
                .set(ATTENDANCE.PERSON_ID, person)
                .execute());
    }

    /** True if this person had not voted yet; the score is counted without a name. */
    boolean vote(long meeting, long person, int score) {
        boolean first = db.insertInto(VOTER)
                        .set(VOTER.MEETING_ID, meeting)
                        .set(VOTER.PERSON_ID, person)
                        .onConflictDoNothing()
                        .execute()
                == 1;
        if (first) {
            db.insertInto(VOTE)
                    .set(VOTE.MEETING_ID, meeting)
                    .set(VOTE.SCORE, score)
                    .set(VOTE.VOTES, 1)
                    .onConflict(VOTE.MEETING_ID, VOTE.SCORE)
                    .doUpdate()
                    .set(VOTE.VOTES, VOTE.VOTES.plus(1))
                    .execute();
        }
        return first;
    }

    Map<Integer, Integer> votes(long meeting) {
        return db.select(VOTE.SCORE, VOTE.VOTES)
                .from(VOTE)
                .where(VOTE.MEETING_ID.eq(meeting))
                .fetchMap(VOTE.SCORE, VOTE.VOTES);
    }

    boolean voted(long meeting, long person) {
        return db.fetchExists(VOTER, VOTER.MEETING_ID.eq(meeting).and(VOTER.PERSON_ID.eq(person)));
    }

    private static Outcome outcome(Record r) {
        return new Outcome(
                r.get(OUTCOME.ID),
                r.get(OUTCOME.ITEM_ID),
                r.get(OUTCOME.KIND),
                r.get(OUTCOME.TEXT),
                r.get(DSL.field("decider_name", String.class)),
                r.get(OUTCOME.VALID_FROM),
                r.get(OUTCOME.ACTION_ID) == null ? null : ActionTable.action(r));
    }
}
