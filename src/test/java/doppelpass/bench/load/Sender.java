package doppelpass.bench.load;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/**
 * An open loop: when each request is due is fixed beforehand, and its time counts from then. A server that stalls is sent
 * the next ones all the same, and each of them waits as people would.
 */
final class Sender {
    /** As many connections as people's browsers would hold; who finds none free waits, and that counts. */
    private static final int CONNECTIONS = 200;

    private final Semaphore connections = new Semaphore(CONNECTIONS, true);
    private final Mix mix;
    private final Tally tally;

    Sender(Mix mix, Tally tally) {
        this.mix = mix;
        this.tally = tally;
    }

    /** Sends for so long and waits for every answer; requests a second, from the first due to the last answered. */
    double send(double perSecond, Duration time) {
        long count = Math.round(perSecond * time.toMillis() / 1000);
        long start = System.nanoTime();
        try (ExecutorService waiting = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long i = 0; i < count; i++) {
                long due = start + Math.round(i * 1e9 / perSecond);
                Mix.Shot shot = mix.next();
                await(due);
                waiting.execute(() -> shoot(shot, due));
                tally.sent(System.nanoTime() - due);
            }
        }
        return count / ((tally.last() - start) / 1e9);
    }

    private static void await(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private void shoot(Mix.Shot shot, long due) {
        String wrong;
        try {
            connections.acquire();
            try {
                wrong = shot.fire();
            } finally {
                connections.release();
            }
        } catch (Exception e) {
            wrong = shot + " was not answered: " + e;
        }
        long now = System.nanoTime();
        tally.answered(shot.kind(), now - due, now);
        if (!wrong.isEmpty()) tally.failed(shot.kind(), wrong);
    }
}
