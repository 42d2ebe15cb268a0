package doppelpass.glossary;

import static doppelpassdb.glossary.Tables.SIGNATURE;
import static doppelpassdb.glossary.Tables.VERSION;

import java.time.Instant;
import java.time.LocalDate;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The SQL that writes a term's versions: proposed, signed, agreed, withdrawn. */
@Component
class VersionTable {
    private final DSLContext db;

    VersionTable(DSLContext db) {
        this.db = db;
    }

    /** The next version of the term; null {@code starterFrom} means a proposal that waits for signatures. */
    int insert(
            long termId,
            Wording wording,
            String note,
            @Nullable Long proposer,
            Instant now,
            @Nullable LocalDate startsOn,
            @Nullable Instant starterFrom) {
        int number = 1 + db.fetchCount(VERSION, VERSION.TERM_ID.eq(termId));
        db.insertInto(VERSION)
                .set(VERSION.TERM_ID, termId)
                .set(VERSION.NUMBER, number)
                .set(VERSION.NAME_DE, wording.nameDe())
                .set(VERSION.NAME_EN, wording.nameEn())
                .set(VERSION.TEXT_DE, wording.textDe())
                .set(VERSION.TEXT_EN, wording.textEn())
                .set(VERSION.ALLOWED, wording.allowed())
                .set(VERSION.AVOIDED, wording.avoided())
                .set(VERSION.RULE, wording.rule())
                .set(VERSION.NOTE, note)
                .set(VERSION.PROPOSED_BY, proposer)
                .set(VERSION.PROPOSED_AT, now)
                .set(VERSION.STARTS_ON, startsOn)
                .set(VERSION.STARTER, starterFrom != null)
                .set(VERSION.AGREED_AT, starterFrom)
                .set(VERSION.VALID_FROM, starterFrom)
                .execute();
        return number;
    }

    /** Holds the version against other signers until the transaction ends. */
    void lock(long versionId) {
        db.selectOne().from(VERSION).where(VERSION.ID.eq(versionId)).forUpdate().fetch();
    }

    boolean sign(long versionId, String function, long person, Instant now) {
        return db.insertInto(SIGNATURE)
                        .set(SIGNATURE.VERSION_ID, versionId)
                        .set(SIGNATURE.FUNCTION, function)
                        .set(SIGNATURE.PERSON_ID, person)
                        .set(SIGNATURE.SIGNED_AT, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** Puts the version in force from then on and ends the one before. */
    void agree(long termId, long versionId, Instant now, Instant validFrom) {
        db.update(VERSION)
                .set(VERSION.VALID_TO, validFrom)
                .where(VERSION.TERM_ID.eq(termId))
                .and(VERSION.AGREED_AT.isNotNull())
                .and(VERSION.VALID_TO.isNull())
                .execute();
        db.update(VERSION)
                .set(VERSION.AGREED_AT, now)
                .set(VERSION.VALID_FROM, validFrom)
                .where(VERSION.ID.eq(versionId))
                .execute();
    }

    boolean withdraw(long versionId, Instant now) {
        return db.update(VERSION)
                        .set(VERSION.WITHDRAWN_AT, now)
                        .where(VERSION.ID.eq(versionId))
                        .and(VERSION.AGREED_AT.isNull())
                        .and(VERSION.WITHDRAWN_AT.isNull())
                        .execute()
                == 1;
    }
}
