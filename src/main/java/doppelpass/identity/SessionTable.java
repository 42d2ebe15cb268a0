package doppelpass.identity;

import static doppelpassdb.identity.Tables.SESSION_NOTE;
import static doppelpassdb.identity.Tables.SPRING_SESSION;

import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The SQL of sessions: Spring Session's own rows, and beside each where it came from. */
@Component
class SessionTable {
    private static final int SHOWN = 100;

    private final DSLContext db;

    SessionTable(DSLContext db) {
        this.db = db;
    }

    void note(String sessionId, long person, OpenSession.Door door, String agent, String address, Instant now) {
        var note = db.newRecord(SESSION_NOTE);
        note.setPersonId(person);
        note.setDoor(door.code());
        note.setAgent(agent);
        note.setAddress(address);
        note.setBegunAt(now);
        db.insertInto(SESSION_NOTE)
                .set(note)
                .set(
                        SESSION_NOTE.SESSION_ID,
                        db.select(SPRING_SESSION.PRIMARY_ID)
                                .from(SPRING_SESSION)
                                .where(SPRING_SESSION.SESSION_ID.eq(sessionId)))
                .onConflict(SESSION_NOTE.SESSION_ID)
                .doUpdate()
                .set(note)
                .execute();
    }

    /** The latest used first; expired ones only wait to be tidied away. */
    List<OpenSession> of(long person, String hereId) {
        return db.select(SESSION_NOTE.fields())
                .select(SPRING_SESSION.SESSION_ID.as("current_id"), SPRING_SESSION.LAST_ACCESS_TIME)
                .from(SESSION_NOTE)
                .join(SPRING_SESSION)
                .on(SPRING_SESSION.PRIMARY_ID.eq(SESSION_NOTE.SESSION_ID))
                .where(SESSION_NOTE.PERSON_ID.eq(person))
                .and(SPRING_SESSION.PRINCIPAL_NAME.eq(Long.toString(person)))
                .and(SPRING_SESSION.EXPIRY_TIME.gt(DSL.field("(extract(epoch from now()) * 1000)::bigint", Long.class)))
                .orderBy(SPRING_SESSION.LAST_ACCESS_TIME.desc())
                .limit(SHOWN)
                .fetch(r -> session(r, hereId));
    }

    boolean end(long person, long id) {
        return db.deleteFrom(SPRING_SESSION)
                        .where(SPRING_SESSION.PRIMARY_ID.in(db.select(SESSION_NOTE.SESSION_ID)
                                .from(SESSION_NOTE)
                                .where(SESSION_NOTE.ID.eq(id))
                                .and(SESSION_NOTE.PERSON_ID.eq(person))))
                        .execute()
                == 1;
    }

    void endOthers(long person, String hereId) {
        db.deleteFrom(SPRING_SESSION)
                .where(SPRING_SESSION.PRINCIPAL_NAME.eq(Long.toString(person)))
                .and(SPRING_SESSION.SESSION_ID.ne(hereId))
                .execute();
    }

    private static OpenSession session(Record r, String hereId) {
        return new OpenSession(
                r.get(SESSION_NOTE.ID),
                OpenSession.Door.of(r.get(SESSION_NOTE.DOOR)),
                Device.of(r.get(SESSION_NOTE.AGENT)),
                r.get(SESSION_NOTE.ADDRESS),
                r.get(SESSION_NOTE.BEGUN_AT),
                Instant.ofEpochMilli(r.get(SPRING_SESSION.LAST_ACCESS_TIME)),
                r.get("current_id", String.class).equals(hereId));
    }
}
