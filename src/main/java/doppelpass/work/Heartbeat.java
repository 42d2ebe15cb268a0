package doppelpass.work;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a lease fresh while its job runs. */
final class Heartbeat implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
    private static final Duration BEAT = JobTable.LEASE.dividedBy(4);

    private final Thread thread;

    Heartbeat(Runnable beat) {
        thread = Thread.ofVirtual().name("heartbeat").start(() -> {
            while (true) {
                try {
                    Thread.sleep(BEAT);
                    beat.run();
                } catch (InterruptedException e) {
                    return;
                } catch (RuntimeException e) {
                    LOG.warn("A lease was not extended: {}", e.getMessage());
                }
            }
        });
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
