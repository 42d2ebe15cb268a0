package doppelpass.work;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The threads of the server that work the queue off; none on the console. */
@Component
class Workers implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final Duration REST = Duration.ofMillis(500);
    private static final Duration FAREWELL = Duration.ofSeconds(20);

    private final Runner runner;
    private final Bell bell;
    private final int count;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    Workers(
            Runner runner,
            Bell bell,
            @Value("${doppelpass.workers:4}") int count,
            @Value("${doppelpass.console:false}") boolean console) {
        this.runner = runner;
        this.bell = bell;
        this.count = console ? 0 : count;
    }

    @Override
    public void start() {
        running = true;
        if (count > 0) {
            runner.releaseDead();
        }
        for (int i = 0; i < count; i++) {
            threads.add(Thread.ofPlatform().daemon().name("worker-" + i).start(this::work));
        }
    }

    private void work() {
        while (running) {
            try {
                runner.putRecurring();
                if (!runner.runNext()) {
                    bell.await(REST);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("The queue cannot be read, trying on: {}", e.getMessage());
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(2000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets running jobs finish; what takes longer is interrupted and goes back into the queue. */
    @Override
    public void stop() {
        running = false;
        long end = System.nanoTime() + FAREWELL.toNanos();
        threads.forEach(thread -> join(thread, Math.max(1, (end - System.nanoTime()) / 1_000_000)));
        threads.stream().filter(Thread::isAlive).forEach(thread -> {
            thread.interrupt();
            join(thread, 2000);
        });
        threads.clear();
    }

    private static void join(Thread thread, long millis) {
        try {
            thread.join(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
