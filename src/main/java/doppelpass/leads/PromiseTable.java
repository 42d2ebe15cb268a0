package doppelpass.leads;

import static doppelpassdb.leads.Tables.PROMISE;

import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL about promises. */
@Component
class PromiseTable {
    private final DSLContext db;

    PromiseTable(DSLContext db) {
        this.db = db;
    }

    List<Promise> inForce() {
        return db.selectFrom(PROMISE)
                .where(PROMISE.REPLACED_AT.isNull())
                .orderBy(PROMISE.CODE, PROMISE.HAND_RAISE.desc())
                .limit(100)
                .fetch(r -> new Promise(
                        Promise.Code.valueOf(r.getCode()),
                        r.getHandRaise(),
                        r.getAmount(),
                        Promise.Unit.valueOf(r.getUnit()),
                        r.getVersion()));
    }

    void lock() {
        db.execute("lock table leads.promise in share row exclusive mode");
    }

    void insert(Promise promise, @Nullable Long by, Instant now) {
        db.insertInto(PROMISE)
                .set(PROMISE.CODE, promise.code().name())
                .set(PROMISE.HAND_RAISE, promise.handRaise())
                .set(PROMISE.VERSION, promise.version())
                .set(PROMISE.AMOUNT, promise.amount())
                .set(PROMISE.UNIT, promise.unit().name())
                .set(PROMISE.SET_BY, by)
                .set(PROMISE.VALID_FROM, now)
                .execute();
    }

    void replace(Promise promise, Instant now) {
        db.update(PROMISE)
                .set(PROMISE.REPLACED_AT, now)
                .where(PROMISE.CODE.eq(promise.code().name()), PROMISE.HAND_RAISE.eq(promise.handRaise()))
                .and(PROMISE.REPLACED_AT.isNull())
                .execute();
    }
}
