package doppelpass.work;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

@DoppelpassTest
class QueueTest {
    private final Queue queue;
    private final JobTable table;
    private final Runner runner;
    private final Bell bell;
    private final TestClock clock;
    private final TransactionTemplate transaction;
    private final DSLContext db;
    private final TestJobs jobs;

    QueueTest(
            Queue queue,
            JobTable table,
            Runner runner,
            Bell bell,
            TestClock clock,
            TransactionTemplate transaction,
            DSLContext db,
            TestJobs jobs) {
        this.queue = queue;
        this.table = table;
        this.runner = runner;
        this.bell = bell;
        this.clock = clock;
        this.transaction = transaction;
        this.db = db;
        this.jobs = jobs;
    }

    @BeforeEach
    void empty() {
        db.execute("truncate work.job, work.recurring");
        clock.set(TestClock.START);
        jobs.seen.clear();
    }

    @Test
    void aJobOfARolledBackTransactionNeverRuns() {
        transaction.executeWithoutResult(t -> {
            queue.put("test.note", "lost");
            t.setRollbackOnly();
        });
        queue.put("test.note", "kept");
        queue.runUntilIdle();
        assertThat(jobs.seen).containsExactly("kept");
    }

    @Test
    void aJobThatIsNotDueWaits() {
        queue.put("test.note", "later", clock.instant().plusSeconds(60));
        assertThat(queue.runUntilIdle()).isZero();
        clock.advance(Duration.ofSeconds(60));
        assertThat(queue.runUntilIdle()).isEqualTo(1);
    }

    @Test
    void aFailingJobIsTriedAgainLaterAndParkedWithItsReasonWhileTheQueueGoesOn() {
        long sick = queue.put("test.fail", "broken pump");
        queue.put("test.note", "healthy");
        queue.runUntilIdle();
        assertThat(jobs.seen).containsExactly("healthy");
        assertThat(queue.progress(sick).orElseThrow().state()).isEqualTo("waiting");
        for (int attempt = 2; attempt <= 3; attempt++) {
            clock.advance(Duration.ofHours(1));
            queue.runUntilIdle();
        }
        Progress parked = queue.progress(sick).orElseThrow();
        assertThat(parked.state()).isEqualTo("failed");
        assertThat(parked.attempts()).isEqualTo(3);
        assertThat(parked.error()).isEqualTo("broken pump");
        assertThat(queue.open(10)).extracting(Progress::id).containsExactly(sick);
    }

    @Test
    void aJobWhoseWorkerDiedIsTakenAgainWhenItsLeaseHasRunOut() {
        queue.put("test.note", "again");
        transaction.execute(t -> table.claim(Set.of("test.note"), "a worker that dies", clock.instant()));
        assertThat(queue.runUntilIdle()).isZero();
        clock.advance(JobTable.LEASE.plusSeconds(1));
        queue.runUntilIdle();
        assertThat(jobs.seen).containsExactly("again");
    }

    @Test
    void theJobOfAProcessThatIsNoMoreIsTakenAgainAtOnce() throws Exception {
        long gone = new ProcessBuilder("true").start().onExit().get().pid();
        String host = java.net.InetAddress.getLocalHost().getHostName();
        queue.put("test.note", "orphan");
        transaction.execute(t -> table.claim(Set.of("test.note"), host + "/" + gone + "/x", clock.instant()));
        queue.put("test.note", "of another machine");
        transaction.execute(t -> table.claim(Set.of("test.note"), "elsewhere/" + gone + "/x", clock.instant()));
        queue.runUntilIdle();
        assertThat(jobs.seen).containsExactly("orphan");
    }

    @Test
    void aJobThatKillsEveryWorkerIsParkedWithoutBeingRunOnceMore() {
        long id = queue.put("test.fail", "kills");
        for (int i = 0; i < 3; i++) {
            transaction.execute(t -> table.claim(Set.of("test.fail"), "dies", clock.instant()));
            clock.advance(JobTable.LEASE.plusSeconds(1));
        }
        queue.runUntilIdle();
        assertThat(queue.progress(id).orElseThrow().state()).isEqualTo("failed");
        assertThat(jobs.seen).isEmpty();
    }

    @Test
    void aWorkerThatLostItsLeaseCannotEndTheJobOfAnother() {
        long id = queue.put("test.note", "contested");
        Claim first = transaction
                .execute(t -> table.claim(Set.of("test.note"), "first", clock.instant()))
                .orElseThrow();
        clock.advance(JobTable.LEASE.plusSeconds(1));
        transaction.execute(t -> table.claim(Set.of("test.note"), "second", clock.instant()));
        table.done(first, clock.instant());
        assertThat(queue.progress(id).orElseThrow().state()).isEqualTo("running");
    }

    @Test
    void effectAndStateShareOneTransaction() {
        long id = queue.put("test.effect", "");
        queue.runUntilIdle();
        assertThat(queue.progress(id).orElseThrow().state()).isEqualTo("waiting");
        assertThat(jobs.seen).containsExactly("effect tried");
        assertThat(db.fetchCount(db.selectFrom("work.recurring"))).isZero();
    }

    @Test
    void aWaitingJobIsCancelledAtOnceAndCanBeStartedAnew() {
        long id = queue.put("test.note", "maybe");
        queue.cancel(id);
        assertThat(queue.runUntilIdle()).isZero();
        queue.again(id);
        queue.runUntilIdle();
        assertThat(queue.progress(id).orElseThrow().state()).isEqualTo("done");
    }

    @Test
    void recurringWorkIsPutOncePerTimeHoweverManyWorkersLook() {
        runner.putRecurring();
        runner.putRecurring();
        assertThat(db.fetchCount(db.selectFrom("work.job"))).isZero();
        clock.advance(Duration.ofMinutes(61));
        runner.putRecurring();
        runner.putRecurring();
        queue.runUntilIdle();
        assertThat(jobs.seen).containsExactly("hourly");
    }

    @Test
    void manyWorkersRunEachJobExactlyOnce() throws InterruptedException {
        transaction.executeWithoutResult(t -> {
            for (int i = 0; i < 400; i++) {
                queue.put("test.note", "n" + i);
            }
        });
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++) {
                threads.submit(queue::runUntilIdle);
            }
            threads.shutdown();
            assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(jobs.seen).hasSize(400);
        assertThat(new HashSet<>(jobs.seen)).hasSize(400);
    }

    @Test
    void theServersWorkersNoticeAJobWithoutWaitingForTheirNextLook() throws InterruptedException {
        Workers workers = new Workers(runner, bell, 2, false);
        workers.start();
        try {
            queue.put("test.note", "rung");
            Instant end = Instant.now().plusSeconds(10);
            while (jobs.seen.isEmpty() && Instant.now().isBefore(end)) {
                Thread.sleep(5);
            }
            assertThat(jobs.seen).containsExactly("rung");
        } finally {
            workers.stop();
        }
    }

    @Test
    void longWorkOfOneKindLeavesRoomForOthers() {
        queue.put("test.single", "a");
        transaction.execute(t -> table.claim(Set.of("test.single"), "busy", clock.instant()));
        queue.put("test.single", "b");
        queue.put("test.note", "short");
        queue.runUntilIdle();
        assertThat(jobs.seen).containsExactly("short");
    }
}
