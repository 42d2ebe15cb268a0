package doppelpass.database;

import static doppelpassdb.database.Tables.BACKUP;

import java.time.Instant;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Remembers which archives this installation has made. */
@Component
record BackupTable(DSLContext db) {
    void made(Instant at, String file, long rows, long sizeBytes) {
        db.insertInto(BACKUP)
                .set(BACKUP.MADE_AT, at)
                .set(BACKUP.FILE, file)
                .set(BACKUP.ROW_COUNT, rows)
                .set(BACKUP.SIZE_BYTES, sizeBytes)
                .execute();
    }
}
