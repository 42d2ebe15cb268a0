package doppelpass.signin;

import static doppelpassdb.signin.Tables.AUTHENTICATOR;
import static doppelpassdb.signin.Tables.PASSKEY;
import static doppelpassdb.signin.Tables.RECOVERY_CODE;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The SQL of authenticator apps and recovery codes. */
@Component
class SecondFactorTable {
    private final DSLContext db;

    SecondFactorTable(DSLContext db) {
        this.db = db;
    }

    SecondFactor of(long person, boolean demanded) {
        var since = DSL.field(
                db.select(AUTHENTICATOR.CONFIRMED_AT).from(AUTHENTICATOR).where(AUTHENTICATOR.PERSON_ID.eq(person)));
        var codes = DSL.field(db.selectCount()
                .from(RECOVERY_CODE)
                .where(RECOVERY_CODE.PERSON_ID.eq(person).and(RECOVERY_CODE.USED_AT.isNull())));
        var passkeys = DSL.field(db.selectCount().from(PASSKEY).where(PASSKEY.PERSON_ID.eq(person)));
        return db.select(since, codes, passkeys)
                .fetchSingle(r -> new SecondFactor(r.value1(), r.value2(), r.value3(), demanded));
    }

    /** False where a confirmed app is in use: that one has to go first. */
    boolean begin(long person, String sealed) {
        return db.insertInto(AUTHENTICATOR)
                        .set(AUTHENTICATOR.PERSON_ID, person)
                        .set(AUTHENTICATOR.SEALED_KEY, sealed)
                        .onConflict(AUTHENTICATOR.PERSON_ID)
                        .doUpdate()
                        .set(AUTHENTICATOR.SEALED_KEY, sealed)
                        .where(AUTHENTICATOR.CONFIRMED_AT.isNull())
                        .execute()
                == 1;
    }

    Optional<String> begun(long person) {
        return key(person, false);
    }

    Optional<String> confirmed(long person) {
        return key(person, true);
    }

    void confirm(long person, long step, Instant now) {
        db.update(AUTHENTICATOR)
                .set(AUTHENTICATOR.CONFIRMED_AT, now)
                .set(AUTHENTICATOR.LAST_STEP, step)
                .where(AUTHENTICATOR.PERSON_ID.eq(person))
                .execute();
    }

    /** Uses the code of a step up, and of all before it; false if it was. */
    boolean useStep(long person, long step) {
        return db.update(AUTHENTICATOR)
                        .set(AUTHENTICATOR.LAST_STEP, step)
                        .where(AUTHENTICATOR.PERSON_ID.eq(person))
                        .and(AUTHENTICATOR.LAST_STEP.isNull().or(AUTHENTICATOR.LAST_STEP.lt(step)))
                        .execute()
                == 1;
    }

    boolean useRecoveryCode(long person, String hash, Instant now) {
        return db.update(RECOVERY_CODE)
                        .set(RECOVERY_CODE.USED_AT, now)
                        .where(RECOVERY_CODE.PERSON_ID.eq(person))
                        .and(RECOVERY_CODE.CODE_HASH.eq(hash))
                        .and(RECOVERY_CODE.USED_AT.isNull())
                        .execute()
                == 1;
    }

    void recoveryCodes(long person, List<String> hashes) {
        db.deleteFrom(RECOVERY_CODE).where(RECOVERY_CODE.PERSON_ID.eq(person)).execute();
        db.insertInto(RECOVERY_CODE, RECOVERY_CODE.PERSON_ID, RECOVERY_CODE.CODE_HASH)
                .valuesOfRows(hashes.stream().map(hash -> DSL.row(person, hash)).toList())
                .execute();
    }

    void remove(long person) {
        db.deleteFrom(RECOVERY_CODE).where(RECOVERY_CODE.PERSON_ID.eq(person)).execute();
        db.deleteFrom(AUTHENTICATOR).where(AUTHENTICATOR.PERSON_ID.eq(person)).execute();
    }

    void removePasskeys(long person) {
        db.deleteFrom(PASSKEY).where(PASSKEY.PERSON_ID.eq(person)).execute();
    }

    private Optional<String> key(long person, boolean confirmed) {
        return db.select(AUTHENTICATOR.SEALED_KEY)
                .from(AUTHENTICATOR)
                .where(AUTHENTICATOR.PERSON_ID.eq(person))
                .and(confirmed ? AUTHENTICATOR.CONFIRMED_AT.isNotNull() : AUTHENTICATOR.CONFIRMED_AT.isNull())
                .fetchOptional(AUTHENTICATOR.SEALED_KEY);
    }
}
