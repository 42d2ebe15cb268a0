package doppelpass.search;

import static doppelpassdb.search.Tables.VISIT;

import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The SQL of visits. */
@Component
class VisitTable {
    private final DSLContext db;

    VisitTable(DSLContext db) {
        this.db = db;
    }

    void opened(long person, String kind, long id, Instant now) {
        db.insertInto(VISIT, VISIT.PERSON_ID, VISIT.KIND, VISIT.RECORD_ID, VISIT.OPENED_AT)
                .values(person, kind, id, now)
                .onConflict(VISIT.PERSON_ID, VISIT.KIND, VISIT.RECORD_ID)
                .doUpdate()
                .set(VISIT.OPENED_AT, now)
                .execute();
    }

    /** Forgets all but the latest of a person. */
    void keepOnly(long person, int most) {
        db.deleteFrom(VISIT)
                .where(VISIT.PERSON_ID.eq(person))
                .and(VISIT.OPENED_AT.lt(DSL.select(VISIT.OPENED_AT)
                        .from(VISIT)
                        .where(VISIT.PERSON_ID.eq(person))
                        .orderBy(VISIT.OPENED_AT.desc())
                        .offset(most - 1)
                        .limit(1)))
                .execute();
    }
}
