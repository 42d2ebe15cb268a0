package doppelpass.notes;

import static doppelpassdb.identity.Tables.PERSON_CARD;
import static doppelpassdb.notes.Tables.MENTION;
import static doppelpassdb.notes.Tables.NOTE;
import static doppelpassdb.notes.Tables.VERSION;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The SQL of what notes said before, and of whom they have mentioned. */
@Component
class VersionTable {
    private static final int VERSIONS = 100;

    private final DSLContext db;

    VersionTable(DSLContext db) {
        this.db = db;
    }

    /** What the note says now, before it is changed. */
    void keep(long note) {
        db.insertInto(VERSION, VERSION.NOTE_ID, VERSION.TEXT, VERSION.WRITTEN_BY, VERSION.WRITTEN_AT)
                .select(DSL.select(
                                NOTE.ID,
                                NOTE.TEXT,
                                DSL.coalesce(NOTE.EDITED_BY, NOTE.AUTHOR_ID),
                                DSL.coalesce(NOTE.EDITED_AT, NOTE.WRITTEN_AT))
                        .from(NOTE)
                        .where(NOTE.ID.eq(note)))
                .execute();
    }

    /** The latest first. */
    List<PastText> versions(long id) {
        return db.select(VERSION.TEXT, NoteTable.name(VERSION.WRITTEN_BY), VERSION.WRITTEN_AT)
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
}
