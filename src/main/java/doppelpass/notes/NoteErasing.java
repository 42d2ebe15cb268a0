package doppelpass.notes;

import static doppelpassdb.notes.Tables.NOTE;

import doppelpass.records.Erasing;
import doppelpass.records.RecordKey;
import doppelpass.timeline.Subject;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Notes on a person and their leads go, with their earlier versions. */
@Component
class NoteErasing implements Erasing {
    private final DSLContext db;

    NoteErasing(DSLContext db) {
        this.db = db;
    }

    @Override
    public List<Taken> erase(Set<Subject> records) {
        long many = db.deleteFrom(NOTE)
                .where(RecordKey.among(NOTE.KIND, NOTE.RECORD_ID, records))
                .execute();
        return List.of(new Taken("notes.title", many));
    }
}
