package doppelpass.notes;

import static doppelpassdb.identity.Tables.PERSON_CARD;
import static doppelpassdb.notes.Tables.NOTE;

import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.database.Keyset;
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
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The SQL of notes. */
@Component
class NoteTable {
    private static final int PINNED = 20;
    private static final Field<String> AUTHOR = name(NOTE.AUTHOR_ID).as("author");
    private static final Field<String> EDITOR = name(NOTE.EDITED_BY).as("editor");
    private static final List<SelectFieldOrAsterisk> COLUMNS = List.of(NOTE.asterisk(), AUTHOR, EDITOR);

    private static final Duration LONGER = Duration.ofDays(1);

    private final DSLContext db;

    NoteTable(DSLContext db) {
        this.db = db;
    }

    long insert(Subject record, String text, long author, Instant now) {
        return db.insertInto(NOTE)
                .set(NOTE.KIND, record.kind().code())
                .set(NOTE.RECORD_ID, record.id())
                .set(NOTE.TEXT, text)
                .set(NOTE.AUTHOR_ID, author)
                .set(NOTE.WRITTEN_AT, now)
                .returning(NOTE.ID)
                .fetchSingle(NOTE.ID);
    }

    Optional<Note> find(long id) {
        return db.select(COLUMNS).from(NOTE).where(NOTE.ID.eq(id)).fetchOptional(NoteTable::note);
    }

    /** So that two who write at once leave two versions. */
    Optional<Note> lock(long id) {
        return db.select(COLUMNS)
                .from(NOTE)
                .where(NOTE.ID.eq(id))
                .forUpdate()
                .of(NOTE)
                .fetchOptional(NoteTable::note);
    }

    /** The last pinned first. */
    List<Note> pinned(Subject record) {
        return db.select(COLUMNS)
                .from(NOTE)
                .where(on(record))
                .and(NOTE.PINNED_AT.isNotNull())
                .orderBy(NOTE.PINNED_AT.desc(), NOTE.ID.desc())
                .limit(PINNED)
                .fetch(NoteTable::note);
    }

    Page<Note> page(Subject record, PageRequest request) {
        return new Keyset(db, NOTE, on(record).and(NOTE.PINNED_AT.isNull()), NOTE.WRITTEN_AT, NOTE.ID, request)
                .fetch(COLUMNS, NoteTable::note, Note::id);
    }

    /** What can still be brought back, the last deleted first. */
    List<Note> deleted(Subject record, Instant since) {
        return db.select(COLUMNS)
                .from(NOTE)
                .where(NOTE.KIND.eq(record.kind().code()))
                .and(NOTE.RECORD_ID.eq(record.id()))
                .and(NOTE.DELETED_AT.ge(since))
                .orderBy(NOTE.DELETED_AT.desc(), NOTE.ID.desc())
                .limit(PINNED)
                .fetch(NoteTable::note);
    }

    void edit(long id, String text, long by, Instant now) {
        db.update(NOTE)
                .set(NOTE.TEXT, text)
                .set(NOTE.EDITED_BY, by)
                .set(NOTE.EDITED_AT, now)
                .where(NOTE.ID.eq(id))
                .execute();
    }

    void pin(long id, boolean pinned, Instant now) {
        db.update(NOTE)
                .set(NOTE.PINNED_AT, pinned ? now : null)
                .where(NOTE.ID.eq(id))
                .execute();
    }

    boolean delete(long id, long by, Instant now) {
        return db.update(NOTE)
                        .set(NOTE.DELETED_AT, now)
                        .set(NOTE.DELETED_BY, by)
                        .where(NOTE.ID.eq(id))
                        .and(NOTE.DELETED_AT.isNull())
                        .execute()
                == 1;
    }

    boolean restore(long id) {
        return db.update(NOTE)
                        .set(NOTE.DELETED_AT, (Instant) null)
                        .set(NOTE.DELETED_BY, (Long) null)
                        .where(NOTE.ID.eq(id))
                        .and(NOTE.DELETED_AT.isNotNull())
                        .and(DSL.not(NOTE.WITH_RECORD))
                        .execute()
                == 1;
    }

    /** What went with its record stays a day longer than the record in the bin. */
    void forget(Instant deletedBefore) {
        db.deleteFrom(NOTE)
                .where(NOTE.DELETED_AT.lt(deletedBefore).andNot(NOTE.WITH_RECORD))
                .or(NOTE.DELETED_AT.lt(deletedBefore.minus(LONGER)))
                .execute();
    }

    void deleteWith(Subject record, long by, Instant now) {
        db.update(NOTE)
                .set(NOTE.DELETED_AT, now)
                .set(NOTE.DELETED_BY, by)
                .set(NOTE.WITH_RECORD, true)
                .where(NOTE.KIND.eq(record.kind().code()))
                .and(NOTE.RECORD_ID.eq(record.id()))
                .and(NOTE.DELETED_AT.isNull())
                .execute();
    }

    void restoreWith(Subject record) {
        db.update(NOTE)
                .set(NOTE.DELETED_AT, (Instant) null)
                .set(NOTE.DELETED_BY, (Long) null)
                .set(NOTE.WITH_RECORD, false)
                .where(NOTE.KIND.eq(record.kind().code()))
                .and(NOTE.RECORD_ID.eq(record.id()))
                .and(NOTE.WITH_RECORD)
                .execute();
    }

    private static Condition on(Subject record) {
        return NOTE.KIND
                .eq(record.kind().code())
                .and(NOTE.RECORD_ID.eq(record.id()))
                .and(NOTE.DELETED_AT.isNull());
    }

    static Field<String> name(Field<Long> person) {
        var whose = PERSON_CARD.as("whose");
        return DSL.field(DSL.select(whose.NAME).from(whose).where(whose.ID.eq(person)));
    }

    private static Note note(Record r) {
        return new Note(
                r.get(NOTE.ID),
                new Subject(Subject.Kind.valueOf(r.get(NOTE.KIND).toUpperCase(Locale.ROOT)), r.get(NOTE.RECORD_ID)),
                r.get(NOTE.TEXT),
                r.get(NOTE.AUTHOR_ID),
                r.get(AUTHOR),
                r.get(NOTE.WRITTEN_AT),
                r.get(EDITOR),
                r.get(NOTE.EDITED_AT),
                r.get(NOTE.PINNED_AT) != null,
                r.get(NOTE.DELETED_AT));
    }
}
