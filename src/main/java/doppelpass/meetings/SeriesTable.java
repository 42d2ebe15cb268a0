package doppelpass.meetings;

import static doppelpassdb.identity.Tables.PERSON_CARD;
import static doppelpassdb.meetings.Tables.FEED;
import static doppelpassdb.meetings.Tables.PARTICIPANT;
import static doppelpassdb.meetings.Tables.SERIES;

import doppelpass.core.Recurrence;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** All SQL about series, who takes part, and calendar feeds. */
@Component
class SeriesTable {
    static final Field<List<Long>> PARTICIPANTS = DSL.multiset(DSL.select(PARTICIPANT.PERSON_ID)
                    .from(PARTICIPANT)
                    .where(PARTICIPANT.SERIES_ID.eq(SERIES.ID))
                    .orderBy(PARTICIPANT.PERSON_ID))
            .as("participants")
            .convertFrom(r -> r.getValues(PARTICIPANT.PERSON_ID));

    private final DSLContext db;

    SeriesTable(DSLContext db) {
        this.db = db;
    }

    long insert(Series s, Instant now) {
        long id = db.insertInto(SERIES)
                .set(SERIES.UID, s.uid())
                .set(SERIES.NAME, s.name())
                .set(SERIES.RULE, s.rule().rule())
                .set(SERIES.START_AT, s.start())
                .set(SERIES.MINUTES, s.minutes())
                .set(SERIES.HOST_ID, s.hostId())
                .set(SERIES.FIRST_MODERATOR, s.firstModerator())
                .set(SERIES.SKIP_HOLIDAYS, s.skipHolidays())
                .set(SERIES.CREATED_AT, now)
                .returning(SERIES.ID)
                .fetchSingle(SERIES.ID);
        add(id, s.participants());
        return id;
    }

    void change(Series s) {
        db.update(SERIES)
                .set(SERIES.NAME, s.name())
                .set(SERIES.RULE, s.rule().rule())
                .set(SERIES.START_AT, s.start())
                .set(SERIES.MINUTES, s.minutes())
                .set(SERIES.HOST_ID, s.hostId())
                .set(SERIES.SKIP_HOLIDAYS, s.skipHolidays())
                .set(SERIES.SEQUENCE, s.sequence())
                .where(SERIES.ID.eq(s.id()))
                .execute();
        db.deleteFrom(PARTICIPANT)
                .where(PARTICIPANT.SERIES_ID.eq(s.id()).and(PARTICIPANT.PERSON_ID.notIn(s.participants())))
                .execute();
        add(s.id(), s.participants());
    }

    void end(long id, int sequence, Instant now) {
        db.update(SERIES)
                .set(SERIES.ENDED_AT, now)
                .set(SERIES.SEQUENCE, sequence)
                .where(SERIES.ID.eq(id))
                .execute();
    }

    /** Holds everybody else who would change this series or its dates until the transaction ends. */
    Optional<Series> lock(long id) {
        db.select(SERIES.ID).from(SERIES).where(SERIES.ID.eq(id)).forUpdate().fetch();
        return find(id);
    }

    Optional<Series> find(long id) {
        return series(SERIES.ID.eq(id)).fetchOptional(SeriesTable::series);
    }

    List<Series> running() {
        return series(SERIES.ENDED_AT.isNull()).fetch(SeriesTable::series);
    }

    List<Series> of(long person) {
        return series(SERIES.ENDED_AT
                        .isNull()
                        .and(SERIES.HOST_ID
                                .eq(person)
                                .or(DSL.exists(DSL.selectOne()
                                        .from(PARTICIPANT)
                                        .where(PARTICIPANT
                                                .SERIES_ID
                                                .eq(SERIES.ID)
                                                .and(PARTICIPANT.PERSON_ID.eq(person)))))))
                .fetch(SeriesTable::series);
    }

    /** One feed a person: a new one ends the old one. */
    void feed(long person, String hash, Instant now) {
        db.insertInto(FEED)
                .set(FEED.PERSON_ID, person)
                .set(FEED.TOKEN_HASH, hash)
                .set(FEED.CREATED_AT, now)
                .onConflict(FEED.PERSON_ID)
                .doUpdate()
                .set(FEED.TOKEN_HASH, hash)
                .set(FEED.CREATED_AT, now)
                .execute();
    }

    void endFeed(long person) {
        db.deleteFrom(FEED).where(FEED.PERSON_ID.eq(person)).execute();
    }

    Optional<Instant> feedSince(long person) {
        return db.select(FEED.CREATED_AT)
                .from(FEED)
                .where(FEED.PERSON_ID.eq(person))
                .fetchOptional(FEED.CREATED_AT);
    }

    Optional<Long> feedOwner(String hash) {
        return db.select(FEED.PERSON_ID)
                .from(FEED)
                .join(PERSON_CARD)
                .on(PERSON_CARD.ID.eq(FEED.PERSON_ID))
                .where(FEED.TOKEN_HASH.eq(hash).and(PERSON_CARD.ACTIVE))
                .fetchOptional(FEED.PERSON_ID);
    }

    private void add(long id, Collection<Long> people) {
        people.forEach(person -> db.insertInto(PARTICIPANT)
                .set(PARTICIPANT.SERIES_ID, id)
                .set(PARTICIPANT.PERSON_ID, person)
                .onConflictDoNothing()
                .execute());
    }

    private ResultQuery<? extends Record> series(Condition condition) {
        return db.select(SERIES.fields())
                .select(PERSON_CARD.NAME, PARTICIPANTS)
                .from(SERIES)
                .join(PERSON_CARD)
                .on(PERSON_CARD.ID.eq(SERIES.HOST_ID))
                .where(condition)
                .orderBy(SERIES.NAME, SERIES.ID)
                .limit(200);
    }

    static Series series(Record r) {
        return new Series(
                r.get(SERIES.ID),
                r.get(SERIES.UID),
                r.get(SERIES.NAME),
                new Recurrence(r.get(SERIES.RULE)),
                r.get(SERIES.START_AT),
                r.get(SERIES.MINUTES),
                r.get(SERIES.HOST_ID),
                r.get(PERSON_CARD.NAME),
                r.get(SERIES.FIRST_MODERATOR),
                r.get(SERIES.SKIP_HOLIDAYS),
                r.get(SERIES.SEQUENCE),
                r.get(SERIES.ENDED_AT) != null,
                r.get(PARTICIPANTS));
    }
}
