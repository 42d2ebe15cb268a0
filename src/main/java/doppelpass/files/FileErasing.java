package doppelpass.files;

import static doppelpassdb.files.Tables.FILE;

import doppelpass.records.Erasing;
import doppelpass.records.RecordKey;
import doppelpass.timeline.Subject;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Files on a person and their leads go; bytes that lie nowhere else go with the next clearing up. */
@Component
class FileErasing implements Erasing {
    private final DSLContext db;

    FileErasing(DSLContext db) {
        this.db = db;
    }

    @Override
    public List<Taken> erase(Set<Subject> records) {
        long many = db.deleteFrom(FILE)
                .where(RecordKey.among(FILE.KIND, FILE.RECORD_ID, records))
                .execute();
        return List.of(new Taken("files.title", many));
    }
}
