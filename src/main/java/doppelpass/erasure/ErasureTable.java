package doppelpass.erasure;

import static doppelpassdb.erasure.Tables.ERASED;
import static doppelpassdb.identity.Tables.PERSON_CARD;

import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.database.Keyset;
import doppelpass.records.Erasing.Taken;
import doppelpass.timeline.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of erasures. */
@Component
class ErasureTable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Field<String> BY = DSL.field(
                    DSL.select(PERSON_CARD.NAME).from(PERSON_CARD).where(PERSON_CARD.ID.eq(ERASED.ERASED_BY)))
            .as("by");
    private static final List<Field<?>> FIELDS =
            List.of(ERASED.ID, ERASED.KIND, ERASED.RECORD_ID, ERASED.TAKEN, ERASED.ERASED_AT, BY);

    private final DSLContext db;

    ErasureTable(DSLContext db) {
        this.db = db;
    }

    long insert(Subject record, List<Taken> taken, long by, Instant now) {
        return db.insertInto(ERASED)
                .set(ERASED.KIND, record.kind().code())
                .set(ERASED.RECORD_ID, record.id())
                .set(ERASED.TAKEN, JSONB.valueOf(JSON.writeValueAsString(taken)))
                .set(ERASED.ERASED_BY, by)
                .set(ERASED.ERASED_AT, now)
                .returning(ERASED.ID)
                .fetchSingle(ERASED.ID);
    }

    Page<Erased> page(PageRequest request) {
        return new Keyset(db, ERASED, DSL.noCondition(), ERASED.ERASED_AT, ERASED.ID, request)
                .fetch(FIELDS, ErasureTable::erased, Erased::id);
    }

    Optional<Erased> find(long id) {
        return db.select(FIELDS).from(ERASED).where(ERASED.ID.eq(id)).fetchOptional(ErasureTable::erased);
    }

    /** The latest of a record. */
    Optional<Erased> last(Subject record) {
        return db.select(FIELDS)
                .from(ERASED)
                .where(ERASED.KIND.eq(record.kind().code()))
                .and(ERASED.RECORD_ID.eq(record.id()))
                .orderBy(ERASED.ID.desc())
                .limit(1)
                .fetchOptional(ErasureTable::erased);
    }

    private static Erased erased(Record r) {
        Subject record =
                new Subject(Subject.Kind.valueOf(r.get(ERASED.KIND).toUpperCase(Locale.ROOT)), r.get(ERASED.RECORD_ID));
        List<Taken> taken = JSON.readValue(r.get(ERASED.TAKEN).data(), new TypeReference<List<Taken>>() {});
        return new Erased(r.get(ERASED.ID), record, taken, r.get(BY), r.get(ERASED.ERASED_AT));
    }
}
