package doppelpass.tags;

import static doppelpassdb.tags.Tables.BEFORE_IMPORT;
import static doppelpassdb.tags.Tables.TAGGING;

import doppelpass.records.Erasing;
import doppelpass.records.RecordKey;
import doppelpass.timeline.Subject;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What a person is or was labelled with goes. */
@Component
class TagErasing implements Erasing {
    private final DSLContext db;

    TagErasing(DSLContext db) {
        this.db = db;
    }

    @Override
    public List<Taken> erase(Set<Subject> records) {
        db.deleteFrom(BEFORE_IMPORT)
                .where(RecordKey.among(BEFORE_IMPORT.KIND, BEFORE_IMPORT.RECORD_ID, records))
                .execute();
        long many = db.deleteFrom(TAGGING)
                .where(RecordKey.among(TAGGING.KIND, TAGGING.RECORD_ID, records))
                .execute();
        return List.of(new Taken("tags.title", many));
    }
}
