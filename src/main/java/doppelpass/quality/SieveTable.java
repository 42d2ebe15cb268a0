package doppelpass.quality;

import static doppelpassdb.quality.Tables.REFUSED;

import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.springframework.stereotype.Component;

/** The SQL of values that a library refuses: which records have them, as the values stood then. */
@Component
class SieveTable {
    private static final int BATCH = 5000;

    private final DSLContext db;

    SieveTable(DSLContext db) {
        this.db = db;
    }

    /** The next values by id; the last of fewer than a batch is the end. */
    List<Record2<Long, String>> after(Sieve sieve, long id) {
        return db.select(sieve.id(), sieve.value())
                .from(sieve.from())
                .where(sieve.id().gt(id).and(sieve.value().isNotNull()))
                .orderBy(sieve.id())
                .limit(BATCH)
                .fetch();
    }

    boolean last(List<?> batch) {
        return batch.size() < BATCH;
    }

    List<Record2<Long, String>> one(Sieve sieve, long id) {
        return db.select(sieve.id(), sieve.value())
                .from(sieve.from())
                .where(sieve.id().eq(id).and(sieve.value().isNotNull()))
                .fetch();
    }

    /** What was found from one id on up to another is replaced. */
    void replace(String check, long above, long upTo, Map<Long, String> refused) {
        db.deleteFrom(REFUSED)
                .where(REFUSED.CHECK_KEY.eq(check), REFUSED.RECORD_ID.gt(above), REFUSED.RECORD_ID.le(upTo))
                .execute();
        if (refused.isEmpty()) return;
        Long[] ids = refused.keySet().toArray(Long[]::new);
        String[] values = refused.values().toArray(String[]::new);
        db.execute(
                "insert into quality.refused (check_key, record_id, value) select ?, * from unnest(?::bigint[], ?::text[])",
                check,
                ids,
                values);
    }
}
