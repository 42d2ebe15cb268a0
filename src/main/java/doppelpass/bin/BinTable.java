package doppelpass.bin;

import static doppelpassdb.bin.Tables.DELETED;
import static doppelpassdb.identity.Tables.PERSON_CARD;

import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.database.Keyset;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The SQL of the bin. */
@Component
class BinTable {
    private static final Field<String> BY = DSL.field(
                    DSL.select(PERSON_CARD.NAME).from(PERSON_CARD).where(PERSON_CARD.ID.eq(DELETED.DELETED_BY)))
            .as("by");
    private static final List<Field<?>> FIELDS = List.of(
            DELETED.ID, DELETED.KIND, DELETED.RECORD_ID, DELETED.NAME, DELETED.DELETED_BY, DELETED.DELETED_AT, BY);

    private final DSLContext db;

    BinTable(DSLContext db) {
        this.db = db;
    }

    void insert(Binned record, String name, JSONB rows, long by, Instant now) {
        db.insertInto(DELETED)
                .set(DELETED.KIND, record.kind())
                .set(DELETED.RECORD_ID, record.id())
                .set(DELETED.NAME, name)
                .set(DELETED.ROWS, rows)
                .set(DELETED.DELETED_BY, by)
                .set(DELETED.DELETED_AT, now)
                .execute();
    }

    /** Takes it out of the bin; whoever comes second finds nothing. */
    Optional<JSONB> take(Binned record) {
        return db.deleteFrom(DELETED).where(it(record)).returning(DELETED.ROWS).fetchOptional(DELETED.ROWS);
    }

    Optional<Deleted> find(Binned record) {
        return db.select(FIELDS).from(DELETED).where(it(record)).fetchOptional(BinTable::deleted);
    }

    private static Condition it(Binned record) {
        return DELETED.KIND.eq(record.kind()).and(DELETED.RECORD_ID.eq(record.id()));
    }

    /** Of these kinds everybody's, of the others what the reader deleted. */
    Page<Deleted> page(
            Collection<String> kinds, Collection<String> own, long reader, String words, PageRequest request) {
        Condition where = DELETED.KIND.in(kinds).or(DELETED.KIND.in(own).and(DELETED.DELETED_BY.eq(reader)));
        if (!words.isEmpty()) {
            String like = "%" + DSL.escape(words.toLowerCase(Locale.ROOT), '!') + "%";
            where = where.and(DSL.lower(DELETED.NAME).like(like, '!'));
        }
        return new Keyset(db, DELETED, where, DELETED.DELETED_AT, DELETED.ID, request)
                .fetch(FIELDS, BinTable::deleted, Deleted::id);
    }

    /** Empties the bin of what was deleted before. */
    void forget(Instant before) {
        db.deleteFrom(DELETED).where(DELETED.DELETED_AT.lt(before)).execute();
    }

    private static Deleted deleted(Record r) {
        return new Deleted(
                r.get(DELETED.ID),
                new Binned(r.get(DELETED.KIND), r.get(DELETED.RECORD_ID)),
                r.get(DELETED.NAME),
                r.get(DELETED.DELETED_BY),
                r.get(BY),
                r.get(DELETED.DELETED_AT));
    }
}
