package doppelpass.glossary;

import static doppelpassdb.glossary.Tables.DISPUTE;
import static doppelpassdb.identity.Tables.PERSON;

import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL about what teams argue over. */
@Component
class DisputeTable {
    private final DSLContext db;

    DisputeTable(DSLContext db) {
        this.db = db;
    }

    void insert(long termId, @Nullable Long person, String text, @Nullable String origin, Instant now) {
        db.insertInto(DISPUTE)
                .set(DISPUTE.TERM_ID, termId)
                .set(DISPUTE.RAISED_BY, person)
                .set(DISPUTE.RAISED_AT, now)
                .set(DISPUTE.TEXT, text)
                .set(DISPUTE.ORIGIN, origin)
                .execute();
    }

    boolean settle(long disputeId, long person, String settlement, Instant now) {
        return db.update(DISPUTE)
                        .set(DISPUTE.SETTLED_BY, person)
                        .set(DISPUTE.SETTLED_AT, now)
                        .set(DISPUTE.SETTLEMENT, settlement)
                        .where(DISPUTE.ID.eq(disputeId))
                        .and(DISPUTE.SETTLED_AT.isNull())
                        .execute()
                == 1;
    }

    List<Dispute> of(long termId) {
        return db.select(DISPUTE.fields())
                .select(PERSON.NAME)
                .from(DISPUTE)
                .leftJoin(PERSON)
                .on(PERSON.ID.eq(DISPUTE.RAISED_BY))
                .where(DISPUTE.TERM_ID.eq(termId))
                .orderBy(DISPUTE.RAISED_AT.desc())
                .limit(200)
                .fetch(r -> new Dispute(
                        r.get(DISPUTE.ID),
                        r.get(DISPUTE.TEXT),
                        r.get(PERSON.NAME),
                        r.get(DISPUTE.RAISED_AT),
                        r.get(DISPUTE.ORIGIN),
                        r.get(DISPUTE.SETTLED_AT),
                        r.get(DISPUTE.SETTLEMENT)));
    }
}
