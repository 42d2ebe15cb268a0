package doppelpass.notes;

import static doppelpassdb.identity.Tables.PERSON_CARD;
import static doppelpassdb.notes.Tables.MENTION;
import static doppelpassdb.notes.Tables.NOTE;
import static doppelpassdb.notes.Tables.VERSION;

import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.database.Keyset;
import doppelpass.timeline.Subject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
    private static final int VERSIONS = 100;
    private static final Field<String> AUTHOR = name(NOTE.AUTHOR_ID).as("author");
    private static final Field<String> EDITOR = name(NOTE.EDITED_BY).as("editor");
    private static final List<SelectFieldOrAsterisk> COLUMNS = List.of(NOTE.asterisk(), AUTHOR, EDITOR);

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

    void edit(Note before, String text, long by, Instant now) {
        db.insertInto(VERSION, VERSION.NOTE_ID, VERSION.TEXT, VERSION.WRITTEN_BY, VERSION.WRITTEN_AT)
                .select(DSL.select(
                                NOTE.ID,
                                NOTE.TEXT,
                                DSL.coalesce(NOTE.EDITED_BY, NOTE.AUTHOR_ID),
                                DSL.coalesce(NOTE.EDITED_AT, NOTE.WRITTEN_AT))
                        .from(NOTE)
                        .where(NOTE.ID.eq(before.id())))
                .execute();
        db.update(NOTE)
                .set(NOTE.TEXT, text)
                .set(NOTE.EDITED_BY, by)
                .set(NOTE.EDITED_AT, now)
                .where(NOTE.ID.eq(before.id()))
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
                        .execute()
                == 1;
    }

    void forget(Instant deletedBefore) {
        db.deleteFrom(NOTE).where(NOTE.DELETED_AT.lt(deletedBefore)).execute();
    }

    /** The latest first. */
    List<PastText> versions(long id) {
        return db.select(VERSION.TEXT, name(VERSION.WRITTEN_BY), VERSION.WRITTEN_AT)
                .from(VERSION)
                .where(VERSION.NOTE_ID.eq(id))
                .orderBy(VERSION.ID.desc())
                .limit(VERSIONS)
                .fetch(r -> new PastText(r.value1(), r.value2(), r.value3()));
    }

    /** Those of them who had not been mentioned in this note before. */
    Set<Long> mention(long note, Collection<Long> people, Instant now) {
        return db.insertInto(MENTION, MENTION.NOTE_ID, MENTION.PERSON_ID, MENTION.MENTIONED_AT)
                .select(DSL.select(DSL.val(note), PERSON_CARD.ID, DSL.val(now, MENTION.MENTIONED_AT.getDataType()))
                        .from(PERSON_CARD)
                        .where(PERSON_CARD.ID.in(people)))
                .onConflictDoNothing()
                .returning(MENTION.PERSON_ID)
                .fetchSet(MENTION.PERSON_ID);
    }

    private static Condition on(Subject record) {
        return NOTE.KIND
                .eq(record.kind().code())
                .and(NOTE.RECORD_ID.eq(record.id()))
                .and(NOTE.DELETED_AT.isNull());
    }

    private static Field<String> name(Field<Long> person) {
        var whose = PERSON_CARD.as("whose");
        return DSL.field(DSL.select(whose.NAME).from(whose).where(whose.ID.eq(person)));
    }

    private static Note note(Record r) {
        return new Note(
                r.get(NOTE.ID),
                new Subject(
                        Subject.Kind.valueOf(r.get(NOTE.KIND).toUpperCase(Locale.ROOT)), r.get(NOTE.RECORD_ID)),
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
