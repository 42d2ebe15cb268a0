package doppelpass.work;

import doppelpass.web.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Where work is put that shall happen later and survive a crash. */
@Component
public class Queue {
    private final JobTable table;
    private final Runner runner;
    private final Bell bell;
    private final Clock clock;

    Queue(JobTable table, Runner runner, Bell bell, Clock clock) {
        this.table = table;
        this.runner = runner;
        this.bell = bell;
        this.clock = clock;
    }

    /** Puts a job into the queue within the caller's transaction: no commit, no job. */
    @Transactional
    public long put(String kind, String payload) {
        return put(kind, payload, clock.instant());
    }

    /** The same, not before {@code due}. */
    @Transactional
    public long put(String kind, String payload, Instant due) {
        long id = table.insert(kind, payload, due, clock.instant());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                bell.ring();
            }
        });
        return id;
    }

    public Optional<Progress> progress(long id) {
        return table.progress(id);
    }

    /** Those of these jobs that were given up. */
    public Set<Long> failed(Collection<Long> ids) {
        return ids.isEmpty() ? Set.of() : table.failed(ids);
    }

    /** What waits, runs or has failed. */
    public List<Progress> open(int limit) {
        return table.open(limit);
    }

    @Transactional
    public void cancel(long id) {
        table.cancel(id, clock.instant());
    }

    /** Starts a failed or cancelled job anew. */
    @Transactional
    public void again(long id) {
        if (!table.again(id, clock.instant())) {
            throw Refusal.conflict("work.error.notParked");
        }
        bell.ring();
    }

    /** Runs everything that is due in this thread and returns how many attempts that took: for tests and the console. */
    public int runUntilIdle() {
        runner.releaseDead();
        int count = 0;
        while (runner.runNext()) {
            count++;
        }
        return count;
    }

    /** Runs this one job in this thread unless a worker has it; waits for nobody. */
    public boolean run(long id) {
        runner.releaseDead();
        return runner.run(id);
    }
}
