package doppelpass.duplicates;

import static doppelpassdb.duplicates.Tables.PROGRESS;

import doppelpass.timeline.Subject;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of how far records are compared. */
@Component
class ProgressTable {
    private final DSLContext db;
    private final JsonMapper json;

    ProgressTable(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    Optional<Compared> find(Subject.Kind kind) {
        return db.selectFrom(PROGRESS)
                .where(PROGRESS.KIND.eq(kind.code()))
                .fetchOptional(r -> new Compared(
                        json.readValue(r.getModel().data(), Model.class),
                        r.getUpTo(),
                        r.getRecords(),
                        r.getCompared(),
                        r.getLeftOut(),
                        r.getFinishedAt()));
    }

    void keep(Subject.Kind kind, Compared done) {
        db.deleteFrom(PROGRESS).where(PROGRESS.KIND.eq(kind.code())).execute();
        db.insertInto(PROGRESS)
                .set(PROGRESS.KIND, kind.code())
                .set(PROGRESS.MODEL, JSONB.valueOf(json.writeValueAsString(done.model())))
                .set(PROGRESS.UP_TO, done.upTo())
                .set(PROGRESS.RECORDS, done.records())
                .set(PROGRESS.COMPARED, done.compared())
                .set(PROGRESS.LEFT_OUT, done.leftOut())
                .set(PROGRESS.FINISHED_AT, done.finishedAt())
                .execute();
    }

    /** One run at a time of a kind; the lock ends with the transaction. */
    boolean lock(Subject.Kind kind) {
        return db.fetchSingle("select pg_try_advisory_xact_lock(hashtext('duplicates'), hashtext(?))", kind.code())
                .get(0, Boolean.class);
    }
}
