package doppelpass.work;

import doppelpass.database.Actor;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a job, runs it, notes how it ended; each of the three in a transaction of its own. */
@Component
class Runner {
    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);
    private static final int ERROR_LENGTH = 2000;
    private static final int SETTLING = 120;
    private static final String HOST = host();

    private final JobTable table;
    private final ObjectProvider<Job> plugs;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final String name = HOST + "/" + ProcessHandle.current().pid() + "/"
            + UUID.randomUUID().toString().substring(0, 8);
    private volatile @Nullable Map<String, Job> jobs;

    Runner(JobTable table, ObjectProvider<Job> plugs, TransactionTemplate transaction, Clock clock) {
        this.table = table;
        this.plugs = plugs;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** One attempt at the next due job; false when nothing is due. */
    boolean runNext() {
        Instant now = clock.instant();
        Set<String> kinds = free(now);
        return attempt(() -> kinds.isEmpty() ? Optional.empty() : table.claim(kinds, name, now));
    }

    boolean run(long id) {
        return attempt(() -> table.claim(id, name, clock.instant()));
    }

    /** Puts recurring jobs whose time has come into the queue; one question if there are none, as there mostly are. */
    void putRecurring() {
        Instant now = clock.instant();
        Set<String> waiting = table.notYet(now);
        for (Job job : jobs().values()) {
            if (waiting.contains(job.kind())) continue;
            job.next(now)
                    .ifPresent(next -> transaction.executeWithoutResult(t -> {
                        if (table.advance(job.kind(), next, now)) {
                            table.insert(job.kind(), "", now, now);
                        }
                    }));
        }
    }

    private boolean attempt(Supplier<Optional<Claim>> source) {
        Optional<Claim> claim = transaction.execute(t -> source.get());
        claim.ifPresent(this::work);
        return claim.isPresent();
    }

    private void work(Claim claim) {
        Job job = jobs().get(claim.kind());
        if (job == null) {
            settle(() -> table.release(claim));
            return;
        }
        if (claim.attempt() > job.attempts()) {
            settle(() -> table.park(claim, "The process ended during each of its attempts", clock.instant()));
            return;
        }
        try (Heartbeat ignored = new Heartbeat(() -> table.extend(claim, clock.instant()))) {
            Actor.automation(claim.kind()).during(() -> job.run(new Run(table, claim, clock)));
            settle(() -> table.done(claim, clock.instant()));
        } catch (Throwable e) { // also errors: one sick job must not end the worker
            failed(job, claim, e);
        }
    }

    private void failed(Job job, Claim claim, Throwable e) {
        String error = e.getMessage() == null ? e.toString() : e.getMessage();
        String kept = error.substring(0, Math.min(error.length(), ERROR_LENGTH)).replace("\0", "");
        LOG.warn("Job {} ({}) failed at attempt {}", claim.id(), claim.kind(), claim.attempt(), e);
        Instant now = clock.instant();
        if (Thread.currentThread().isInterrupted()) {
            settle(() -> table.release(claim));
        } else if (claim.attempt() >= job.attempts()) {
            settle(() -> table.park(claim, kept, now));
        } else {
            settle(() -> table.retry(claim, now.plus(job.retryAfter(claim.attempt())), kept));
        }
    }

    /** Notes how an attempt ended, and keeps trying for a while when the database is just starting again. */
    private void settle(Runnable step) {
        boolean interrupted = Thread.interrupted();
        try {
            for (int tries = 1; !settled(step) && tries < SETTLING && !interrupted; tries++) {
                Thread.sleep(500);
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean settled(Runnable step) {
        try {
            transaction.executeWithoutResult(t -> step.run());
            return true;
        } catch (RuntimeException e) {
            LOG.warn("The end of a job is not noted yet: {}", e.getMessage());
            return false;
        }
    }

    /** Jobs of processes of this machine that are no more need not wait for their leases to run out. */
    void releaseDead() {
        Instant now = clock.instant();
        List<String> dead = table.workers().stream()
                .filter(worker -> worker.startsWith(HOST + "/") && !worker.equals(name) && !alive(worker))
                .toList();
        table.expire(dead, now);
    }

    private static boolean alive(String worker) {
        long pid = Long.parseLong(worker.split("/")[1]);
        return pid != ProcessHandle.current().pid() && ProcessHandle.of(pid).isPresent();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName().replace('/', '-');
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    private Set<String> free(Instant now) {
        Set<String> kinds = new HashSet<>(jobs().keySet());
        List<Job> limited = jobs().values().stream()
                .filter(j -> j.atOnce() < Integer.MAX_VALUE)
                .toList();
        if (!limited.isEmpty()) {
            Map<String, Integer> running =
                    table.running(limited.stream().map(Job::kind).toList(), now);
            limited.stream()
                    .filter(j -> running.getOrDefault(j.kind(), 0) >= j.atOnce())
                    .forEach(j -> kinds.remove(j.kind()));
        }
        return kinds;
    }

    private Map<String, Job> jobs() {
        Map<String, Job> known = jobs;
        if (known == null) {
            known = plugs.stream().collect(Collectors.toMap(Job::kind, Function.identity()));
            jobs = known;
        }
        return known;
    }
}
