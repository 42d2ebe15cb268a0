package doppelpass.reach;

import static doppelpassdb.identity.Tables.PERSON_CARD;
import static doppelpassdb.reach.Tables.SHARE;

import doppelpass.timeline.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The SQL of shares. */
@Component
class ShareTable {
    private static final int SHOWN = 200;

    private final DSLContext db;

    ShareTable(DSLContext db) {
        this.db = db;
    }

    /** The latest first; a team's name comes from whoever knows the teams. */
    List<Share> of(Subject record, Map<Long, String> teams) {
        var receiver = PERSON_CARD.as("receiver");
        var giver = PERSON_CARD.as("giver");
        return db.select(SHARE.ID, SHARE.TEAM_ID, receiver.NAME, giver.NAME, SHARE.SHARED_AT)
                .from(SHARE)
                .leftJoin(receiver)
                .on(receiver.ID.eq(SHARE.PERSON_ID))
                .join(giver)
                .on(giver.ID.eq(SHARE.SHARED_BY))
                .where(SHARE.KIND.eq(record.kind().code()), SHARE.RECORD_ID.eq(record.id()))
                .orderBy(SHARE.SHARED_AT.desc(), SHARE.ID.desc())
                .limit(SHOWN)
                .fetch(r -> new Share(
                        r.value1(),
                        r.value2() != null,
                        r.value2() == null ? r.value3() : teams.getOrDefault(r.value2(), ""),
                        r.value4(),
                        r.value5()));
    }

    boolean add(Subject record, boolean team, long receiver, long by, Instant now) {
        return db.insertInto(SHARE)
                        .set(SHARE.KIND, record.kind().code())
                        .set(SHARE.RECORD_ID, record.id())
                        .set(team ? SHARE.TEAM_ID : SHARE.PERSON_ID, receiver)
                        .set(SHARE.SHARED_BY, by)
                        .set(SHARE.SHARED_AT, now)
                        .onConflictDoNothing()
                        .execute()
                > 0;
    }

    boolean remove(Subject record, long id) {
        return db.deleteFrom(SHARE)
                        .where(SHARE.ID.eq(id), SHARE.KIND.eq(record.kind().code()), SHARE.RECORD_ID.eq(record.id()))
                        .execute()
                > 0;
    }
}
