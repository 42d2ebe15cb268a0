package doppelpass.audit;

import static doppelpassdb.audit.Tables.BATCH;
import static doppelpassdb.audit.Tables.ENTRY;
import static doppelpassdb.audit.Tables.VERIFICATION;

import doppelpass.audit.views.Chain;
import doppelpassdb.audit.tables.records.BatchRecord;
import java.util.HexFormat;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The SQL of the chain over the audit. */
@Component
class ChainTable {
    private static final int COUNTED = 100_000;

    private final DSLContext db;

    ChainTable(DSLContext db) {
        this.db = db;
    }

    /** What a look at some batches found; {@code broken} is the first that does not fit. */
    record Examined(long batches, long entries, @Nullable Long broken) {}

    /** Seals at most so many entries; how many it were. */
    long seal(int most) {
        return db.fetchSingle("select audit.seal(?)", most).get(0, Long.class);
    }

    Examined examine(long after, int most) {
        return db.fetchSingle("select * from audit.examine(?, ?)", after, most)
                .map(r -> new Examined(
                        r.get("batches", Long.class), r.get("entries", Long.class), r.get("broken", Long.class)));
    }

    void verified(Examined all) {
        db.execute("select audit.verified(?, ?, ?)", all.batches(), all.entries(), all.broken());
    }

    Optional<Chain.Batch> head() {
        return db.selectFrom(BATCH).orderBy(BATCH.NUMBER.desc()).limit(1).fetchOptional(ChainTable::batch);
    }

    Optional<Chain.Batch> batch(long number) {
        return db.selectFrom(BATCH).where(BATCH.NUMBER.eq(number)).fetchOptional(ChainTable::batch);
    }

    long batches() {
        return db.fetchCount(BATCH);
    }

    long entries() {
        return db.select(DSL.coalesce(DSL.sum(BATCH.ENTRIES), DSL.inline(0)))
                .from(BATCH)
                .fetchSingle(0, Long.class);
    }

    /** How many entries no batch holds yet, counted so far only. */
    long waiting() {
        Field<Long> sealed = DSL.field(DSL.select(DSL.coalesce(DSL.max(BATCH.TO_ID), DSL.inline(Long.MIN_VALUE)))
                .from(BATCH));
        return db.fetchCount(
                DSL.selectOne().from(ENTRY).where(ENTRY.ID.gt(sealed)).limit(COUNTED));
    }

    Optional<Chain.Check> last() {
        return db.selectFrom(VERIFICATION)
                .orderBy(VERIFICATION.ID.desc())
                .limit(1)
                .fetchOptional(r -> new Chain.Check(
                        r.getAt(),
                        r.getBatches(),
                        r.getEntries(),
                        r.getBroken(),
                        r.getBroken() == null ? Optional.empty() : batch(r.getBroken())));
    }

    private static Chain.Batch batch(BatchRecord r) {
        return new Chain.Batch(r.getNumber(), r.getEntries(), HexFormat.of().formatHex(r.getHash()), r.getSealedAt());
    }
}
