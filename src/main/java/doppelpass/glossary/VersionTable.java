package doppelpass.glossary;

import static doppelpassdb.glossary.Tables.SIGNATURE;
import static doppelpassdb.glossary.Tables.VERSION;

import doppelpassdb.glossary.tables.records.VersionRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    /** The next version of the term, a proposal that waits for signatures. */
    int insert(
            long termId,
            Wording wording,
            String note,
            @Nullable Long proposer,
            Instant now,
            @Nullable LocalDate startsOn) {
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
                .set(VERSION.STARTER, false)
                .execute();
        return number;
    }

    /** First versions that nobody had to sign: the id of each term → what it says. */
    void insertStarters(Map<Long, Wording> wordings, Instant from) {
        List<VersionRecord> rows = new ArrayList<>();
        wordings.forEach((term, wording) -> {
            VersionRecord row = db.newRecord(VERSION);
            row.setTermId(term);
            row.setNumber(1);
            row.setNameDe(wording.nameDe());
            row.setNameEn(wording.nameEn());
            row.setTextDe(wording.textDe());
            row.setTextEn(wording.textEn());
            row.setAllowed(wording.allowed());
            row.setAvoided(wording.avoided());
            row.setRule(wording.rule());
            row.setNote("");
            row.setProposedAt(from);
            row.setStarter(true);
            row.setAgreedAt(from);
            row.setValidFrom(from);
            rows.add(row);
        });
        db.insertInto(VERSION).set(rows).execute();
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
