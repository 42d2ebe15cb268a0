package doppelpass.api;

import static doppelpassdb.api.Tables.ANSWER;

import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Answers that can be told again. */
@Component
class AnswerTable {
    private final DSLContext db;

    AnswerTable(DSLContext db) {
        this.db = db;
    }

    /** An answer and the request it was given to. */
    record Kept(String fingerprint, Answer answer) {}

    /** True where nobody else works on this key; then nobody does until the end of the transaction. */
    boolean claim(long person, String key) {
        return Boolean.TRUE.equals(db.fetchSingle(
                        "select pg_try_advisory_xact_lock(hashtextextended({0}, 41))", DSL.val(person + " " + key))
                .get(0, Boolean.class));
    }

    Optional<Kept> find(long person, String key, Instant since) {
        return db.selectFrom(ANSWER)
                .where(ANSWER.PERSON_ID.eq(person))
                .and(ANSWER.KEY.eq(key))
                .and(ANSWER.CREATED_AT.ge(since))
                .fetchOptional(r -> new Kept(
                        r.getFingerprint(),
                        new Answer(r.getStatus(), r.getLocation(), r.getEtag(), r.getBody(), true)));
    }

    void keep(long person, String key, String fingerprint, Answer answer, Instant now) {
        db.deleteFrom(ANSWER)
                .where(ANSWER.PERSON_ID.eq(person))
                .and(ANSWER.KEY.eq(key))
                .execute();
        db.insertInto(ANSWER)
                .set(ANSWER.PERSON_ID, person)
                .set(ANSWER.KEY, key)
                .set(ANSWER.FINGERPRINT, fingerprint)
                .set(ANSWER.STATUS, answer.status())
                .set(ANSWER.LOCATION, answer.location())
                .set(ANSWER.ETAG, answer.etag())
                .set(ANSWER.BODY, answer.body())
                .set(ANSWER.CREATED_AT, now)
                .execute();
    }

    void forget(Instant before) {
        db.deleteFrom(ANSWER).where(ANSWER.CREATED_AT.lt(before)).execute();
    }
}
