package doppelpass.work;

import java.time.Clock;

/** One attempt at a job, as the job itself sees it. */
public final class Run {
    private final JobTable table;
    private final Claim claim;
    private final Clock clock;

    Run(JobTable table, Claim claim, Clock clock) {
        this.table = table;
        this.claim = claim;
        this.clock = clock;
    }

    public long id() {
        return claim.id();
    }

    public String payload() {
        return claim.payload();
    }

    /** Counted from 1; raised before the work begins, so that a job that ends the process is counted too. */
    public int attempt() {
        return claim.attempt();
    }

    /** Joins the caller's transaction. */
    public void progress(long done, long total) {
        table.progress(claim.id(), done, total);
    }

    /** Somebody asked to stop; the job ends at the next safe place by returning. */
    public boolean cancelled() {
        return table.cancelAsked(claim.id());
    }

    /** Marks the job as done in the caller's transaction: effect and state are kept or lost together. */
    public void done() {
        table.done(claim, clock.instant());
    }
}
