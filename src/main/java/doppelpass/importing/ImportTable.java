package doppelpass.importing;

import static doppelpassdb.importing.Tables.FILE;
import static doppelpassdb.importing.Tables.IMPORT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import doppelpassdb.importing.tables.records.FileRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The SQL about imports and their files. */
@Component
class ImportTable {
    private final DSLContext db;

    ImportTable(DSLContext db) {
        this.db = db;
    }

    /** Whose import it is; nobody's where the command line began it. */
    Optional<Long> startedBy(long id) {
        return db.select(IMPORT.CREATED_BY).from(IMPORT).where(IMPORT.ID.eq(id)).fetchOptional(IMPORT.CREATED_BY);
    }

    long insert(String name, String system, @Nullable Long by, Instant now) {
        return db.insertInto(IMPORT)
                .set(IMPORT.NAME, name)
                .set(IMPORT.SOURCE_SYSTEM, system)
                .set(IMPORT.CREATED_BY, by)
                .set(IMPORT.CREATED_AT, now)
                .returning(IMPORT.ID)
                .fetchSingle(IMPORT.ID);
    }

    long insertFile(long importId, int place, String name, @Nullable String skipped) {
        return db.insertInto(FILE)
                .set(FILE.IMPORT_ID, importId)
                .set(FILE.PLACE, place)
                .set(FILE.NAME, name)
                .set(FILE.SKIPPED, skipped)
                .returning(FILE.ID)
                .fetchSingle(FILE.ID);
    }

    void path(long file, String path) {
        db.update(FILE).set(FILE.PATH, path).where(FILE.ID.eq(file)).execute();
    }

    void map(long file, String object, String mapping) {
        db.update(FILE)
                .set(FILE.OBJECT, object)
                .set(FILE.MAPPING, mapping)
                .where(FILE.ID.eq(file))
                .execute();
    }

    void system(long importId, String system) {
        db.update(IMPORT)
                .set(IMPORT.SOURCE_SYSTEM, system)
                .where(IMPORT.ID.eq(importId))
                .execute();
    }

    /** Moves the import from one of these states; false when somebody else was faster. */
    boolean state(long importId, Collection<String> from, String to) {
        return db.update(IMPORT)
                        .set(IMPORT.STATE, to)
                        .where(IMPORT.ID.eq(importId).and(IMPORT.STATE.in(from)))
                        .execute()
                == 1;
    }

    void finish(long importId, String state, @Nullable String error, Instant now) {
        db.update(IMPORT)
                .set(IMPORT.STATE, state)
                .set(IMPORT.ERROR, error)
                .set(IMPORT.FINISHED_AT, now)
                .where(IMPORT.ID.eq(importId))
                .execute();
    }

    void job(long importId, long job) {
        db.update(IMPORT).set(IMPORT.JOB_ID, job).where(IMPORT.ID.eq(importId)).execute();
    }

    void total(long file, long rows) {
        db.update(FILE).set(FILE.ROWS_TOTAL, rows).where(FILE.ID.eq(file)).execute();
    }

    /** Counts a portion; false when another worker has already read this far. */
    boolean advance(long file, long from, long to, Merge.Counts counts, long refused, long remarks, String currencies) {
        return db.update(FILE)
                        .set(FILE.ROWS_DONE, to)
                        .set(FILE.INSERTED, FILE.INSERTED.plus(counts.inserted()))
                        .set(FILE.UPDATED, FILE.UPDATED.plus(counts.updated()))
                        .set(FILE.UNCHANGED, FILE.UNCHANGED.plus(counts.unchanged()))
                        .set(FILE.REFUSED, FILE.REFUSED.plus(refused))
                        .set(FILE.REMARKS, FILE.REMARKS.plus(remarks))
                        .set(FILE.CURRENCIES, currencies)
                        .where(FILE.ID.eq(file).and(FILE.ROWS_DONE.eq(from)))
                        .execute()
                == 1;
    }

    void finishFile(long file) {
        db.update(FILE).set(FILE.FINISHED, true).where(FILE.ID.eq(file)).execute();
    }

    List<FileRow> files(long importId) {
        return db.selectFrom(FILE)
                .where(FILE.IMPORT_ID.eq(importId))
                .orderBy(FILE.PLACE)
                .limit(1000)
                .fetch(ImportTable::file);
    }

    Optional<FileRow> file(long id) {
        return db.selectFrom(FILE).where(FILE.ID.eq(id)).fetchOptional(ImportTable::file);
    }

    Optional<ImportRow> find(long id) {
        return imports(IMPORT.ID.eq(id), 1).stream().findFirst();
    }

    List<ImportRow> latest(int limit) {
        return imports(DSL.noCondition(), limit);
    }

    private List<ImportRow> imports(Condition condition, int limit) {
        Field<String> by =
                field("(select p.name from identity.person_key p where p.id = {0})", String.class, IMPORT.CREATED_BY);
        return db.select(IMPORT.fields())
                .select(by.as("by"))
                .select(total(FILE.INSERTED), total(FILE.UPDATED), total(FILE.UNCHANGED), total(FILE.REFUSED))
                .from(IMPORT)
                .where(condition)
                .orderBy(IMPORT.ID.desc())
                .limit(limit)
                .fetch(ImportTable::row);
    }

    private static Field<BigDecimal> total(TableField<FileRecord, Long> what) {
        return field(select(coalesce(sum(what), inline(BigDecimal.ZERO)))
                        .from(FILE)
                        .where(FILE.IMPORT_ID.eq(IMPORT.ID)))
                .as("sum_" + what.getName());
    }

    private static ImportRow row(Record r) {
        return new ImportRow(
                r.get(IMPORT.ID),
                r.get(IMPORT.NAME),
                r.get(IMPORT.SOURCE_SYSTEM),
                r.get(IMPORT.STATE),
                r.get(IMPORT.JOB_ID),
                r.get(IMPORT.ERROR),
                r.get("by", String.class),
                r.get(IMPORT.CREATED_AT),
                r.get(IMPORT.FINISHED_AT),
                r.get("sum_inserted", Long.class),
                r.get("sum_updated", Long.class),
                r.get("sum_unchanged", Long.class),
                r.get("sum_refused", Long.class));
    }

    private static FileRow file(FileRecord r) {
        return new FileRow(
                r.getId(),
                r.getImportId(),
                r.getPlace(),
                r.getName(),
                r.getPath(),
                r.getObject(),
                r.getMapping(),
                r.getSkipped(),
                r.getRowsTotal(),
                r.getRowsDone(),
                r.getInserted(),
                r.getUpdated(),
                r.getUnchanged(),
                r.getRefused(),
                r.getRemarks(),
                r.getCurrencies(),
                r.getFinished());
    }
}
