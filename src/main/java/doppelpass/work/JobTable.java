package doppelpass.work;

import static doppelpassdb.work.Tables.JOB;
import static doppelpassdb.work.Tables.RECURRING;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import doppelpassdb.work.tables.records.JobRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** All SQL of the queue. */
@Component
class JobTable {
    static final Duration LEASE = Duration.ofSeconds(60);

    private final DSLContext db;

    JobTable(DSLContext db) {
        this.db = db;
    }

    long insert(String kind, String payload, Instant due, Instant now) {
        return db.insertInto(JOB)
                .set(JOB.KIND, kind)
                .set(JOB.PAYLOAD, payload)
                .set(JOB.DUE_AT, due)
                .set(JOB.CREATED_AT, now)
                .returning(JOB.ID)
                .fetchSingle(JOB.ID);
    }

    /** Takes the next due job of these kinds, or one whose worker let its lease run out. */
    Optional<Claim> claim(Collection<String> kinds, String worker, Instant now) {
        return claim(JOB.KIND.in(kinds).and(due(now)), worker, now);
    }

    /** Takes this job if it is free. */
    Optional<Claim> claim(long id, String worker, Instant now) {
        return claim(JOB.ID.eq(id).and(due(now)), worker, now);
    }

    private static Condition due(Instant now) {
        return JOB.STATE
                .eq("waiting")
                .and(JOB.DUE_AT.le(now))
                .or(JOB.STATE.eq("running").and(JOB.LEASE_UNTIL.lt(now)));
    }

    private Optional<Claim> claim(Condition which, String worker, Instant now) {
        return db.update(JOB)
                .set(JOB.STATE, "running")
                .set(JOB.ATTEMPTS, JOB.ATTEMPTS.plus(1))
                .set(JOB.LEASE_UNTIL, now.plus(LEASE))
                .set(JOB.WORKER, worker)
                .where(JOB.ID.eq(select(JOB.ID)
                        .from(JOB)
                        .where(which)
                        .orderBy(JOB.DUE_AT, JOB.ID)
                        .limit(1)
                        .forUpdate()
                        .skipLocked()))
                .returning(JOB.ID, JOB.KIND, JOB.PAYLOAD, JOB.ATTEMPTS)
                .fetchOptional(r -> new Claim(r.getId(), r.getKind(), r.getPayload(), r.getAttempts(), worker));
    }

    /** How many of each kind run now. */
    Map<String, Integer> running(Collection<String> kinds, Instant now) {
        return db.select(JOB.KIND, count())
                .from(JOB)
                .where(JOB.KIND.in(kinds).and(JOB.STATE.eq("running")).and(JOB.LEASE_UNTIL.ge(now)))
                .groupBy(JOB.KIND)
                .fetchMap(JOB.KIND, count());
    }

    /** Everybody who holds a job. */
    List<String> workers() {
        return db.selectDistinct(JOB.WORKER)
                .from(JOB)
                .where(JOB.STATE.eq("running").and(JOB.WORKER.isNotNull()))
                .limit(1000)
                .fetch(JOB.WORKER);
    }

    /** Ends the leases of these workers. */
    void expire(Collection<String> workers, Instant now) {
        db.update(JOB)
                .set(JOB.LEASE_UNTIL, now.minusSeconds(1))
                .where(JOB.STATE.eq("running").and(JOB.WORKER.in(workers)))
                .execute();
    }

    void extend(Claim claim, Instant now) {
        db.update(JOB).set(JOB.LEASE_UNTIL, now.plus(LEASE)).where(mine(claim)).execute();
    }

    void progress(long id, long done, long total) {
        db.update(JOB)
                .set(JOB.UNITS_DONE, done)
                .set(JOB.UNITS_TOTAL, total)
                .where(JOB.ID.eq(id))
                .execute();
    }

    boolean cancelAsked(long id) {
        return db.select(JOB.CANCEL)
                .from(JOB)
                .where(JOB.ID.eq(id))
                .fetchOptional(JOB.CANCEL)
                .orElse(true);
    }

    void done(Claim claim, Instant now) {
        db.update(JOB)
                .set(JOB.STATE, when(JOB.CANCEL, inline("cancelled")).otherwise(inline("done")))
                .set(JOB.FINISHED_AT, now)
                .set(JOB.ERROR, DSL.castNull(String.class))
                .where(mine(claim))
                .execute();
    }

    void retry(Claim claim, Instant due, String error) {
        db.update(JOB)
                .set(JOB.STATE, "waiting")
                .set(JOB.DUE_AT, due)
                .set(JOB.ERROR, error)
                .where(mine(claim))
                .execute();
    }

    /** Gives the job back unharmed, for a worker that has to end. */
    void release(Claim claim) {
        db.update(JOB)
                .set(JOB.STATE, "waiting")
                .set(JOB.ATTEMPTS, JOB.ATTEMPTS.minus(1))
                .where(mine(claim))
                .execute();
    }

    void park(Claim claim, String error, Instant now) {
        db.update(JOB)
                .set(JOB.STATE, "failed")
                .set(JOB.ERROR, error)
                .set(JOB.FINISHED_AT, now)
                .where(mine(claim))
                .execute();
    }

    /** A waiting job is cancelled at once, a running one is asked to stop. */
    void cancel(long id, Instant now) {
        db.update(JOB)
                .set(JOB.CANCEL, true)
                .set(
                        JOB.FINISHED_AT,
                        when(JOB.STATE.eq("waiting"), DSL.val(now)).otherwise(JOB.FINISHED_AT))
                .set(
                        JOB.STATE,
                        when(JOB.STATE.eq("waiting"), inline("cancelled")).otherwise(JOB.STATE))
                .where(JOB.ID.eq(id).and(JOB.STATE.in("waiting", "running")))
                .execute();
    }

    /** A parked or cancelled job starts anew. */
    boolean again(long id, Instant now) {
        return db.update(JOB)
                        .set(JOB.STATE, "waiting")
                        .set(JOB.ATTEMPTS, 0)
                        .set(JOB.CANCEL, false)
                        .set(JOB.DUE_AT, now)
                        .set(JOB.FINISHED_AT, DSL.castNull(JOB.FINISHED_AT))
                        .where(JOB.ID.eq(id).and(JOB.STATE.in("failed", "cancelled")))
                        .execute()
                == 1;
    }

    Optional<Progress> progress(long id) {
        return db.selectFrom(JOB).where(JOB.ID.eq(id)).fetchOptional(JobTable::progress);
    }

    Set<Long> failed(Collection<Long> ids) {
        return db.select(JOB.ID)
                .from(JOB)
                .where(JOB.ID.in(ids))
                .and(JOB.STATE.eq("failed"))
                .fetchSet(JOB.ID);
    }

    /** What waits, runs or has failed, newest first. */
    List<Progress> open(int limit) {
        return db.selectFrom(JOB)
                .where(JOB.STATE.in("waiting", "running", "failed"))
                .orderBy(when(JOB.STATE.eq("failed"), 0).otherwise(1), JOB.ID.desc())
                .limit(limit)
                .fetch(JobTable::progress);
    }

    /** Recurring kinds whose time has not come. */
    Set<String> notYet(Instant now) {
        return db.select(RECURRING.KIND)
                .from(RECURRING)
                .where(RECURRING.NEXT_AT.gt(now))
                .fetchSet(RECURRING.KIND);
    }

    /** Moves a recurring kind to its next time; true for the one caller who moved it. */
    boolean advance(String kind, Instant next, Instant now) {
        db.insertInto(RECURRING)
                .set(RECURRING.KIND, kind)
                .set(RECURRING.NEXT_AT, next)
                .onConflictDoNothing()
                .execute();
        return db.update(RECURRING)
                        .set(RECURRING.NEXT_AT, next)
                        .where(RECURRING.KIND.eq(kind).and(RECURRING.NEXT_AT.le(now)))
                        .execute()
                == 1;
    }

    /** Finished jobs are not history; what they did is. */
    int forgetDone(Instant before) {
        return db.deleteFrom(JOB)
                .where(JOB.STATE.in("done", "cancelled").and(JOB.FINISHED_AT.lt(before)))
                .execute();
    }

    private static Condition mine(Claim claim) {
        return JOB.ID.eq(claim.id()).and(JOB.WORKER.eq(claim.worker())).and(JOB.STATE.eq("running"));
    }

    private static Progress progress(JobRecord r) {
        return new Progress(
                r.getId(),
                r.getKind(),
                r.getState(),
                r.getAttempts(),
                r.getUnitsDone(),
                r.getUnitsTotal(),
                r.getError(),
                r.getCreatedAt(),
                r.getDueAt());
    }
}
