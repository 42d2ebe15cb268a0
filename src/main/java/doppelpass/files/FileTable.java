package doppelpass.files;

import static doppelpassdb.files.Tables.CONTENT;
import static doppelpassdb.files.Tables.FILE;
import static doppelpassdb.files.Tables.SETTING;
import static doppelpassdb.identity.Tables.PERSON_CARD;

import doppelpass.timeline.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The SQL of files on records and of what administrators decided about them. */
@Component
class FileTable {
    private static final int SHOWN = 200;
    private static final Field<String> PERSON = PERSON_CARD.NAME.as("person");

    private static final Duration LONGER = Duration.ofDays(1);

    private final DSLContext db;

    FileTable(DSLContext db) {
        this.db = db;
    }

    long insert(Subject record, long content, String name, long person, Instant now) {
        return db.insertInto(FILE)
                .set(FILE.KIND, record.kind().code())
                .set(FILE.RECORD_ID, record.id())
                .set(FILE.CONTENT_ID, content)
                .set(FILE.NAME, name)
                .set(FILE.PERSON_ID, person)
                .set(FILE.ADDED_AT, now)
                .returning(FILE.ID)
                .fetchSingle(FILE.ID);
    }

    /** The newest first. */
    List<StoredFile> of(Subject record) {
        return list(record, FILE.DELETED_AT.isNull());
    }

    List<StoredFile> deleted(Subject record, Instant since) {
        return list(record, FILE.DELETED_AT.ge(since));
    }

    private List<StoredFile> list(Subject record, Condition which) {
        return files().where(FILE.KIND.eq(record.kind().code()))
                .and(FILE.RECORD_ID.eq(record.id()))
                .and(which)
                .orderBy(FILE.ADDED_AT.desc(), FILE.ID.desc())
                .limit(SHOWN)
                .fetch(FileTable::file);
    }

    Optional<StoredFile> find(long id) {
        return files().where(FILE.ID.eq(id)).fetchOptional(FileTable::file);
    }

    boolean delete(long id, long by, Instant now) {
        return db.update(FILE)
                        .set(FILE.DELETED_AT, now)
                        .set(FILE.DELETED_BY, by)
                        .where(FILE.ID.eq(id))
                        .and(FILE.DELETED_AT.isNull())
                        .execute()
                == 1;
    }

    boolean restore(long id) {
        return db.update(FILE)
                        .set(FILE.DELETED_AT, (Instant) null)
                        .set(FILE.DELETED_BY, (Long) null)
                        .where(FILE.ID.eq(id))
                        .and(FILE.DELETED_AT.isNotNull())
                        .and(DSL.not(FILE.WITH_RECORD))
                        .execute()
                == 1;
    }

    /** What went with its record stays a day longer than the record in the bin. */
    void forget(Instant deletedBefore) {
        db.deleteFrom(FILE)
                .where(FILE.DELETED_AT.lt(deletedBefore).andNot(FILE.WITH_RECORD))
                .or(FILE.DELETED_AT.lt(deletedBefore.minus(LONGER)))
                .execute();
    }

    void deleteWith(Subject record, long by, Instant now) {
        db.update(FILE)
                .set(FILE.DELETED_AT, now)
                .set(FILE.DELETED_BY, by)
                .set(FILE.WITH_RECORD, true)
                .where(FILE.KIND.eq(record.kind().code()))
                .and(FILE.RECORD_ID.eq(record.id()))
                .and(FILE.DELETED_AT.isNull())
                .execute();
    }

    void restoreWith(Subject record) {
        db.update(FILE)
                .set(FILE.DELETED_AT, (Instant) null)
                .set(FILE.DELETED_BY, (Long) null)
                .set(FILE.WITH_RECORD, false)
                .where(FILE.KIND.eq(record.kind().code()))
                .and(FILE.RECORD_ID.eq(record.id()))
                .and(FILE.WITH_RECORD)
                .execute();
    }

    Usage usage() {
        return db.select(
                        DSL.field(DSL.selectCount().from(FILE)),
                        DSL.count(),
                        DSL.coalesce(DSL.sum(CONTENT.SIZE_BYTES).cast(Long.class), 0L),
                        DSL.count().filterWhere(CONTENT.STATE.eq(State.QUARANTINED.code())),
                        DSL.count().filterWhere(CONTENT.STATE.eq(State.INFECTED.code())))
                .from(CONTENT)
                .fetchSingle(r -> new Usage(r.value1(), r.value2(), r.value3(), r.value4(), r.value5()));
    }

    Settings settings() {
        return db.selectFrom(SETTING)
                .fetchOptional(r ->
                        new Settings(r.getLargestBytes(), r.getScannerHost(), r.getScannerPort(), r.getQuarantine()))
                .orElse(Settings.USUAL);
    }

    void save(Settings settings, long by, Instant now) {
        var values = db.newRecord(SETTING);
        values.setId((short) 1);
        values.setLargestBytes(settings.largestBytes());
        values.setScannerHost(settings.scannerHost());
        values.setScannerPort(settings.scannerPort());
        values.setQuarantine(settings.quarantine());
        values.setChangedBy(by);
        values.setChangedAt(now);
        db.insertInto(SETTING)
                .set(values)
                .onConflict(SETTING.ID)
                .doUpdate()
                .set(values)
                .execute();
    }

    private SelectOnConditionStep<?> files() {
        return db.select(FILE.asterisk(), CONTENT.SIZE_BYTES, CONTENT.TYPE, CONTENT.STATE, PERSON)
                .from(FILE)
                .join(CONTENT)
                .on(CONTENT.ID.eq(FILE.CONTENT_ID))
                .leftJoin(PERSON_CARD)
                .on(PERSON_CARD.ID.eq(FILE.PERSON_ID));
    }

    private static StoredFile file(Record r) {
        return new StoredFile(
                r.get(FILE.ID),
                new Subject(Subject.Kind.valueOf(r.get(FILE.KIND).toUpperCase(Locale.ROOT)), r.get(FILE.RECORD_ID)),
                r.get(FILE.CONTENT_ID),
                r.get(FILE.NAME),
                r.get(CONTENT.SIZE_BYTES),
                r.get(CONTENT.TYPE),
                State.of(r.get(CONTENT.STATE)),
                r.get(FILE.PERSON_ID),
                r.get(PERSON),
                r.get(FILE.ADDED_AT),
                r.get(FILE.DELETED_AT));
    }
}
