package doppelpass.files;

import static doppelpassdb.files.Tables.CHUNK;
import static doppelpassdb.files.Tables.CONTENT;
import static doppelpassdb.files.Tables.FILE;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The SQL of the bytes. */
@Component
class ContentTable {
    static final int CHUNK_BYTES = 1 << 18;
    private static final int AT_ONCE = 1_000;

    private final DSLContext db;

    ContentTable(DSLContext db) {
        this.db = db;
    }

    Optional<Kept> find(byte[] sha256) {
        return db.select(CONTENT.ID, CONTENT.SIZE_BYTES, CONTENT.TYPE, CONTENT.STATE)
                .from(CONTENT)
                .where(CONTENT.SHA256.eq(sha256))
                .fetchOptional(r -> new Kept(r.value1(), r.value2(), r.value3(), State.of(r.value4())));
    }

    /** The same, and it stays until the end of the transaction. */
    Optional<Kept> hold(byte[] sha256) {
        return db.select(CONTENT.ID, CONTENT.SIZE_BYTES, CONTENT.TYPE, CONTENT.STATE)
                .from(CONTENT)
                .where(CONTENT.SHA256.eq(sha256))
                .forKeyShare()
                .fetchOptional(r -> new Kept(r.value1(), r.value2(), r.value3(), State.of(r.value4())));
    }

    /** Its id; empty when the same bytes came in meanwhile. */
    Optional<Long> insert(byte[] sha256, long sizeBytes, String type, State state, Instant now) {
        return db.insertInto(CONTENT)
                .set(CONTENT.SHA256, sha256)
                .set(CONTENT.SIZE_BYTES, sizeBytes)
                .set(CONTENT.TYPE, type)
                .set(CONTENT.STATE, state.code())
                .set(CONTENT.STORED_AT, now)
                .set(CONTENT.SCANNED_AT, state == State.CLEAN ? now : null)
                .onConflictDoNothing()
                .returning(CONTENT.ID)
                .fetchOptional(CONTENT.ID);
    }

    void append(long content, int place, byte[] bytes) {
        db.insertInto(CHUNK, CHUNK.CONTENT_ID, CHUNK.PLACE, CHUNK.BYTES)
                .values(content, place, bytes)
                .execute();
    }

    byte @Nullable [] chunk(long content, int place) {
        return db.select(CHUNK.BYTES)
                .from(CHUNK)
                .where(CHUNK.CONTENT_ID.eq(content))
                .and(CHUNK.PLACE.eq(place))
                .fetchOne(CHUNK.BYTES);
    }

    List<Long> quarantined() {
        return db.select(CONTENT.ID)
                .from(CONTENT)
                .where(CONTENT.STATE.eq(State.QUARANTINED.code()))
                .orderBy(CONTENT.ID)
                .limit(AT_ONCE)
                .fetch(CONTENT.ID);
    }

    void settle(long content, State state, @Nullable String finding, Instant now) {
        db.update(CONTENT)
                .set(CONTENT.STATE, state.code())
                .set(CONTENT.FINDING, finding)
                .set(CONTENT.SCANNED_AT, now)
                .where(CONTENT.ID.eq(content))
                .execute();
    }

    /** Bytes that no file needs; one attached at this very moment is held and left alone. */
    void sweep() {
        db.deleteFrom(CONTENT)
                .where(CONTENT.ID.in(DSL.select(CONTENT.ID)
                        .from(CONTENT)
                        .where(DSL.notExists(DSL.selectOne().from(FILE).where(FILE.CONTENT_ID.eq(CONTENT.ID))))
                        .forUpdate()
                        .skipLocked()))
                .execute();
    }
}
