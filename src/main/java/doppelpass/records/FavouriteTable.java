package doppelpass.records;

import static doppelpassdb.records.Tables.FAVOURITE;

import doppelpass.timeline.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The SQL of favourites. */
@Component
class FavouriteTable {
    private static final int SHOWN = 500;

    private final DSLContext db;

    FavouriteTable(DSLContext db) {
        this.db = db;
    }

    void add(long person, Subject record, Instant now) {
        db.insertInto(FAVOURITE, FAVOURITE.PERSON_ID, FAVOURITE.KIND, FAVOURITE.RECORD_ID, FAVOURITE.SINCE)
                .values(person, record.kind().code(), record.id(), now)
                .onConflictDoNothing()
                .execute();
    }

    void remove(long person, Subject record) {
        db.deleteFrom(FAVOURITE).where(it(person, record)).execute();
    }

    boolean has(long person, Subject record) {
        return db.fetchExists(FAVOURITE, it(person, record));
    }

    /** The latest first. */
    List<Subject> of(long person) {
        return db.select(FAVOURITE.KIND, FAVOURITE.RECORD_ID)
                .from(FAVOURITE)
                .where(FAVOURITE.PERSON_ID.eq(person))
                .orderBy(FAVOURITE.SINCE.desc())
                .limit(SHOWN)
                .fetch(r -> new Subject(Subject.Kind.valueOf(r.value1().toUpperCase(Locale.ROOT)), r.value2()));
    }

    private static Condition it(long person, Subject record) {
        return FAVOURITE
                .PERSON_ID
                .eq(person)
                .and(FAVOURITE.KIND.eq(record.kind().code()))
                .and(FAVOURITE.RECORD_ID.eq(record.id()));
    }
}
